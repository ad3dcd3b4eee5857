import { html, nothing } from 'lit';
import type { AudioState } from '../../core/audio-devices.js';
import { formatDuration } from '../shared/format-duration.js';
import { absenceOf, deviceOptions } from './device-options.js';
import type { LevelDisplay } from './level-display.js';
import type { MicrophoneTrial, TrialStage } from './microphone-trial.js';
import { renderButton, renderDeviceField, renderMessages } from './render-fields.js';
import { renderLevel } from './render-level.js';
import { settingsIcons } from './settings-icons.js';
import { settingsTexts } from './settings-texts.js';
import type { SettingsWork } from './settings-work.js';

interface MicrophoneSection {
  readonly state: AudioState;
  readonly work: SettingsWork;
  readonly level: LevelDisplay;
  readonly trial: MicrophoneTrial;
}

/** Which microphone, how loud it hears, and how the person sounds. */
export function renderMicrophone({ state, work, level, trial }: MicrophoneSection) {
  const { microphone, areLabelsKnown } = state;
  const isThere = areLabelsKnown && microphone.devices.length > 0;
  return html`<section part="section">
    ${renderDeviceField({
      id: 'microphone',
      label: settingsTexts.microphone(),
      options: deviceOptions(microphone, areLabelsKnown),
      handleChoice: (deviceId) => work.choose('microphone', deviceId),
    })}
    ${isThere ? renderLevel(level) : nothing} ${isThere ? renderTrial(trial, work) : nothing}
    ${renderMessages([
      areLabelsKnown && !isThere ? settingsTexts.noMicrophone() : absenceOf(microphone, areLabelsKnown),
      messageAt(trial.stage),
      work.problemOf('microphone'),
    ])}
  </section>`;
}

function renderTrial(trial: MicrophoneTrial, work: SettingsWork) {
  const { stage } = trial;
  const isRunning = stage === 'recording' || stage === 'playing';
  return html`<div class="trial">
    ${renderButton({
      name: nameAt(stage),
      icon: isRunning ? settingsIcons.stop() : settingsIcons.microphone(),
      isPending: stage === 'opening',
      handleClick: () => press(trial, work),
    })}
    ${
      stage === 'recording'
        ? html`<p class="time" role="timer" aria-label=${settingsTexts.recordingTime()}>
            ${formatDuration(trial.elapsed)}
          </p>`
        : nothing
    }
  </div>`;
}

function press(trial: MicrophoneTrial, work: SettingsWork): void {
  if (trial.stage === 'recording') trial.finish();
  else if (trial.stage === 'playing') trial.cancel();
  else void work.attempt('microphone', (audio) => trial.run(audio));
}

function nameAt(stage: TrialStage): string {
  if (stage === 'recording') return settingsTexts.stopAndListen();
  return stage === 'playing' ? settingsTexts.stop() : settingsTexts.testMicrophone();
}

function messageAt(stage: TrialStage): string | null {
  if (stage === 'opening') return settingsTexts.microphoneOpens();
  if (stage === 'recording') return settingsTexts.recording();
  return stage === 'playing' ? settingsTexts.youHearYourself() : null;
}

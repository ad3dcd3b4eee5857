import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AudioState } from '../../core/audio-devices.js';
import { formatShare } from '../shared/format-number.js';
import { absenceOf, deviceOptions } from './device-options.js';
import { renderButton, renderDeviceField, renderMessages } from './render-fields.js';
import { settingsIcons } from './settings-icons.js';
import { settingsTexts } from './settings-texts.js';
import type { SettingsWork } from './settings-work.js';

/** The steps of the ring's volume: fine enough to hear a difference. */
const VOLUME_STEP_IN_PERCENT = 5;

/** Where a call is heard. */
export function renderSpeaker(state: AudioState, work: SettingsWork) {
  return html`<section part="section">
    ${renderChoice('speaker', settingsTexts.speaker(), state, work)}
    ${renderTest('speaker', settingsTexts.testSound(), work)}
    ${renderMessages([
      state.speaker.isChoicePossible ? null : settingsTexts.noSpeakerChoice(),
      ...messagesOf('speaker', state, work),
    ])}
  </section>`;
}

/** Where, and how loud, a call rings. */
export function renderRinger(state: AudioState, work: SettingsWork) {
  const { ringVolume } = state.settings;
  return html`<section part="section">
    ${renderChoice('ringer', settingsTexts.ringDevice(), state, work)} ${renderVolume(ringVolume, work)}
    ${renderTest('ringer', settingsTexts.testRing(), work)}
    ${renderMessages([ringVolume === 0 ? settingsTexts.ringIsSilent() : null, ...messagesOf('ringer', state, work)])}
  </section>`;
}

function renderChoice(role: 'speaker' | 'ringer', label: string, state: AudioState, work: SettingsWork) {
  const choice = state[role];
  if (!choice.isChoicePossible) return role === 'speaker' ? html`<p class="label">${label}</p>` : nothing;
  return renderDeviceField({
    id: role,
    label,
    options: deviceOptions(choice, state.areLabelsKnown),
    handleChoice: (deviceId) => work.choose(role, deviceId),
  });
}

function renderVolume(volume: number, work: SettingsWork) {
  const handleInput = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    work.change('ringer', { ringVolume: currentTarget.valueAsNumber / 100 });
  };
  return html`<div class="field">
    <div class="caption">
      <label for="volume">${settingsTexts.ringVolume()}</label>
      <span class="value" aria-hidden="true">${formatShare(volume)}</span>
    </div>
    <input
      id="volume"
      part="volume"
      type="range"
      min="0"
      max="100"
      step=${VOLUME_STEP_IN_PERCENT}
      aria-valuetext=${formatShare(volume)}
      .value=${live(String(Math.round(volume * 100)))}
      @input=${handleInput}
    />
  </div>`;
}

function renderTest(role: 'speaker' | 'ringer', name: string, work: SettingsWork) {
  return renderButton({
    name,
    icon: role === 'speaker' ? settingsIcons.speaker() : settingsIcons.bell(),
    isPending: work.isUnderWay(testOf[role]),
    handleClick: () => void work.attempt(testOf[role], (audio) => audio.playTestSound(role)),
  });
}

function messagesOf(
  role: 'speaker' | 'ringer',
  state: AudioState,
  work: SettingsWork,
): readonly (string | null)[] {
  const test = testOf[role];
  return [
    state[role].isChoicePossible ? absenceOf(state[role], state.areLabelsKnown) : null,
    work.isUnderWay(test) ? settingsTexts.youHearSound() : null,
    work.problemOf(role),
    work.problemOf(test),
  ];
}

const testOf = { speaker: 'speaker-test', ringer: 'ringer-test' } as const;

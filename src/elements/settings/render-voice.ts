import { html } from 'lit';
import type { AudioState } from '../../core/audio-devices.js';
import { renderMessages, renderSwitch } from './render-fields.js';
import { settingsTexts } from './settings-texts.js';
import type { SettingsWork } from './settings-work.js';

/** What the browser does to the microphone's sound. */
export function renderVoice({ settings }: AudioState, work: SettingsWork) {
  const switches = [
    {
      setting: 'echoCancellation',
      label: settingsTexts.echoCancellation(),
      hint: settingsTexts.echoCancellationHint(),
    },
    {
      setting: 'noiseSuppression',
      label: settingsTexts.noiseSuppression(),
      hint: settingsTexts.noiseSuppressionHint(),
    },
    {
      setting: 'autoGainControl',
      label: settingsTexts.autoGainControl(),
      hint: settingsTexts.autoGainControlHint(),
    },
  ] as const;
  const fields = switches.map(({ setting, label, hint }) =>
    renderSwitch({
      id: setting,
      label,
      hint,
      isOn: settings[setting],
      handleChange: (isOn) => work.change('voice', { [setting]: isOn }),
    }),
  );
  return html`<section part="section" role="group" aria-labelledby="voice">
    <h3 id="voice">${settingsTexts.howOthersHearYou()}</h3>
    ${fields} ${renderMessages([work.problemOf('voice')])}
  </section>`;
}

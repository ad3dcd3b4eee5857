import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { LevelDisplay } from './level-display.js';
import { settingsTexts } from './settings-texts.js';

/** How loud the microphone hears: a bar that is moved without a rendering, many times a second. */
export function renderLevel(level: LevelDisplay) {
  return html`<div
    ${ref(level.meter)}
    class="meter"
    part="meter"
    role="meter"
    aria-label=${settingsTexts.microphoneLevel()}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow="0"
  ></div>`;
}

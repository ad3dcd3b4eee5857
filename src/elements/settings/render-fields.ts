/** The fields that settings are made of, each with its label and everything that is said about it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeviceOption } from './device-options.js';
import { settingsIcons } from './settings-icons.js';

interface DeviceField {
  readonly id: string;
  readonly label: string;
  readonly options: readonly DeviceOption[];
  readonly handleChoice: (deviceId: string | null) => void;
}

/** A list of devices. The system's default has no id, and is the empty one here. */
export function renderDeviceField({ id, label, options, handleChoice }: DeviceField) {
  const lines = options.map(renderOption);
  const chosen = options.find(({ isChosen }) => isChosen)?.label ?? nothing;
  const handleInput = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) handleChoice(currentTarget.value || null);
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="list">
      <select id=${id} part="device" title=${chosen} @input=${handleInput}>
        ${lines}
      </select>
      ${settingsIcons.list()}
    </div>
  </div>`;
}

/** What is chosen is what the phone says, also when it did not do what was asked. */
function renderOption({ id, label, isChosen }: DeviceOption) {
  return html`<option value=${id ?? ''} .selected=${live(isChosen)}>${label}</option>`;
}

interface SwitchField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly handleChange: (isOn: boolean) => void;
}

/** A switch, which its label works, too. */
export function renderSwitch({ id, label, hint, isOn, handleChange }: SwitchField) {
  return html`<div class="switch">
    <label id="${id}-label" for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    <button
      id=${id}
      part="switch"
      type="button"
      role="switch"
      aria-labelledby="${id}-label"
      aria-checked=${isOn ? 'true' : 'false'}
      aria-describedby="${id}-hint"
      @click=${() => handleChange(!isOn)}
    ></button>
  </div>`;
}

interface Button {
  readonly name: string;
  readonly icon?: TemplateResult;
  readonly isMain?: boolean;
  readonly isPending?: boolean;
  readonly handleClick: () => void;
}

export function renderButton({ name, icon, isMain, isPending, handleClick }: Button) {
  return html`<button
    type="button"
    part="button"
    class=${isMain ? 'main' : nothing}
    aria-disabled=${isPending ? 'true' : nothing}
    @click=${isPending ? nothing : handleClick}
  >
    ${icon}<span>${name}</span>
  </button>`;
}

/** A card that asks for a click, says why, and what went wrong when it came. */
export function renderNotice(
  icon: TemplateResult,
  reason: string,
  button: TemplateResult,
  problem: string | null = null,
) {
  return html`<div class="notice" part="notice">
    ${icon}
    <p>${reason}</p>
    ${button} ${renderMessages([problem])}
  </div>`;
}

/** What is said about a section. The region stays, so that words which come into it are read out. */
export function renderMessages(messages: readonly (string | null)[]) {
  const lines = messages.filter(Boolean).map((message) => html`<p>${message}</p>`);
  return html`<div class="messages" part="messages" role="status">${lines}</div>`;
}

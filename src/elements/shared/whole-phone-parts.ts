/** What stands below the status of a whole phone. Nothing of it is painted first. */
import { html, nothing } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { NotificationPermissionPort } from '../../core/notification-permission.js';
import type { CallState } from '../../core/phone-state.js';
import { describeParty } from './describe-party.js';

/** What these parts show. */
export interface PhoneParts {
  readonly controller: CallController;
  readonly notificationPermission: NotificationPermissionPort | null;
  /** The call in which somebody talks, or soon will; null without one. */
  readonly call: CallState | null;
  /** Where the dock stands: `none` for no dock. */
  readonly place: string;
  /** Only what fits into one line is to be seen. */
  readonly isMinimised: boolean;
}

/** Trouble, then the call or the dialer, then the panels. */
export function renderPhoneParts(parts: PhoneParts) {
  const { controller, notificationPermission, call } = parts;
  return html`
    <phone-trouble exportparts=${troubleParts} .controller=${controller}></phone-trouble>
    ${call ? renderCall(call, parts) : nothing}
    <call-feedback exportparts=${feedbackParts} .controller=${controller}></call-feedback>
    <phone-dialer
      ?hidden=${call !== null}
      exportparts=${dialerParts}
      .controller=${controller}
    ></phone-dialer>
    <phone-panels
      exportparts=${panelParts}
      .controller=${controller}
      .notificationPermission=${notificationPermission}
    ></phone-panels>
  `;
}

const panelParts =
  'history-button, settings-button, badge, history, settings, title, filter-button, day, call, call-button, section, device, meter, volume, switch, button, notice, messages';
const troubleParts = 'trouble, happened, meaning, remedy, developer, help-button, close-button';
const controlParts =
  'controls, timer, note, mute-button, hold-button, keypad-button, end-button, keypad, keyed, keys, key';
const qualityParts = 'quality, warnings, warning, reconnect-button, chip, figures, figure';
const feedbackParts = 'feedback, title, measured, answer-button, dismiss-button, retry-button, messages';
const dialerParts = 'dialer, field, input, keypad-button, call-button, end-button, message, note, keys, key';

function renderCall(call: CallState, { controller, isMinimised }: PhoneParts) {
  const { title, number } = describeParty(call);
  return html`
    <div class="party" part="party">
      <p class="name"><bdi>${title}</bdi></p>
      ${number ? html`<p class="number"><bdi>${number}</bdi></p>` : nothing}
    </div>
    <call-controls exportparts=${controlParts} ?slim=${isMinimised} .controller=${controller}></call-controls>
    <call-quality exportparts=${qualityParts} .controller=${controller}></call-quality>
  `;
}

import { html, nothing } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { NotificationPermissionPort } from '../../core/notification-permission.js';
import { activeCalls } from '../../core/phone-state.js';
import type { CallState } from '../../core/phone-state.js';
import { describeParty } from './describe-party.js';
import type { Dock } from './phone-settings.js';
import { texts } from './texts.js';

/** What a phone without child elements shows. */
export interface WholePhone {
  /** Null while the phone is still being made. */
  readonly controller: CallController | null;
  readonly dock: Dock;
  /** What to say while there is no phone. */
  readonly waiting: string;
  readonly notificationPermission: NotificationPermissionPort | null;
}

/** The whole phone in its dock: without a call the dialer, with one the call. */
export function renderWholePhone({ controller, dock, waiting, notificationPermission }: WholePhone) {
  const call = controller ? (activeCalls(controller.getState())[0] ?? null) : null;
  return html`<section
    class=${call ? 'dock' : 'dock idle'}
    part="dock"
    tabindex="-1"
    aria-label=${texts.phone()}
    data-place=${dock}
    popover=${dock === 'none' ? nothing : 'manual'}
  >
    <phone-status exportparts=${statusParts}>${waiting}</phone-status>
    <phone-trouble exportparts=${troubleParts}></phone-trouble>
    ${call ? renderCall(call) : nothing}
    <call-feedback exportparts=${feedbackParts}></call-feedback>
    <phone-dialer ?hidden=${call !== null} exportparts=${dialerParts}></phone-dialer>
    ${controller ? renderPanels(controller, notificationPermission) : nothing}
  </section>`;
}

const statusParts = 'status, dot, text, connection-button, connection, missed, dismiss-button';
const panelParts =
  'history-button, settings-button, badge, history, settings, title, filter-button, day, call, call-button, section, device, meter, volume, switch, button, notice, messages';
const troubleParts = 'trouble, happened, meaning, remedy, developer, help-button, close-button';
const controlParts =
  'controls, timer, note, mute-button, hold-button, keypad-button, end-button, keypad, keyed, keys, key';
const qualityParts = 'quality, warnings, warning, reconnect-button, chip, figures, figure';
const feedbackParts = 'feedback, title, measured, answer-button, dismiss-button, retry-button, messages';
const dialerParts = 'dialer, field, input, keypad-button, call-button, end-button, message, note, keys, key';

function renderPanels(controller: CallController, permission: NotificationPermissionPort | null) {
  return html`<phone-panels
    exportparts=${panelParts}
    .controller=${controller}
    .notificationPermission=${permission}
  ></phone-panels>`;
}

function renderCall(call: CallState) {
  const { title, number } = describeParty(call);
  return html`
    <div class="party" part="party">
      <p class="name"><bdi>${title}</bdi></p>
      ${number ? html`<p class="number"><bdi>${number}</bdi></p>` : nothing}
    </div>
    <call-controls exportparts=${controlParts}></call-controls>
    <call-quality exportparts=${qualityParts}></call-quality>
  `;
}

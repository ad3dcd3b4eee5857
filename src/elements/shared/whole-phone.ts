import { html, nothing } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { NotificationPermissionPort } from '../../core/notification-permission.js';
import { activeCalls } from '../../core/phone-state.js';
import { texts } from './texts.js';
import type { PhoneParts } from './whole-phone-parts.js';

/** What a phone without child elements shows. */
export interface WholePhone {
  /** Null while the phone is still being made. */
  readonly controller: CallController | null;
  /** Where its dock stands: `none` for no dock. */
  readonly place: string;
  readonly isMinimised: boolean;
  /** What to say while there is no phone. */
  readonly waiting: string;
  readonly notificationPermission: NotificationPermissionPort | null;
  /** What stands below the status, once it is loaded. */
  readonly renderParts: (parts: PhoneParts) => unknown;
}

/** The whole phone in its dock: without a call the dialer, with one the call. */
export function renderWholePhone(whole: WholePhone) {
  const { controller, place, waiting } = whole;
  const call = controller ? (activeCalls(controller.getState())[0] ?? null) : null;
  return html`<section
    class=${`dock${call ? '' : ' idle'}${whole.isMinimised ? ' minimised' : ''}`}
    part="dock"
    tabindex="-1"
    aria-label=${texts.phone()}
    data-place=${place}
    popover=${place === 'none' ? nothing : 'manual'}
  >
    <phone-status exportparts=${statusParts} .controller=${controller}>${waiting}</phone-status>
    ${controller ? whole.renderParts({ ...whole, controller, call }) : nothing}
  </section>`;
}

const statusParts = 'status, dot, text, connection-button, connection, missed, dismiss-button';

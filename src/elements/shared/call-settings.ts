/** What the attributes of a phone say about calls. Nothing of it is painted first, so it comes with the phone. */
import type { CallController } from '../../core/call-controller.js';
import { defaultPhoneSettings } from '../../core/phone-settings.js';
import type { PhoneSettings } from '../../core/phone-settings.js';
import { matching, oneOf } from './attribute-values.js';

/** The attributes as they are written. A page may set a property to a number where an attribute is one. */
export interface CallAttributes extends HTMLElement {
  readonly phoneNumber: string | null;
  readonly ringTimeout: string | number | null;
  readonly ringTimeoutAction: string | null;
  readonly busyAction: string | null;
  readonly autoAnswer: boolean;
  readonly record: boolean;
  readonly withoutHistory: boolean;
}

const actions = ['ignore', 'reject'] as const;

/** Lets a phone take and place calls as the attributes of its element say, from now on. */
export function applyCallSettings(element: CallAttributes, controller: CallController): void {
  controller.configure(callSettings(element));
}

function callSettings(element: CallAttributes): PhoneSettings {
  const { ringTimeoutAction, busyAction, autoAnswer, record, phoneNumber } = element;
  const defaults = defaultPhoneSettings;
  return {
    ringTimeoutInSeconds: ringTimeoutOf(element),
    ringTimeoutAction: oneOf(
      element,
      'ring-timeout-action',
      ringTimeoutAction,
      actions,
      defaults.ringTimeoutAction,
    ),
    busyAction: oneOf(element, 'busy-action', busyAction, actions, defaults.busyAction),
    autoAnswer,
    record,
    keepsHistory: !element.withoutHistory,
    phoneNumber: matching(element, 'phone-number', phoneNumber, /^\+[1-9]\d{1,14}$/, '+14155550100'),
  };
}

/** Zero is never. */
function ringTimeoutOf(element: CallAttributes): number | null {
  const written = element.ringTimeout === null ? null : String(element.ringTimeout);
  const seconds = matching(element, 'ring-timeout', written, /^\d{1,5}$/, '30');
  if (seconds === null) return defaultPhoneSettings.ringTimeoutInSeconds;
  return Number(seconds) || null;
}

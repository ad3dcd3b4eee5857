'use client';
// Written by `npm run manifest`.
import type { CallKeypad as Wrapped } from '../../elements/call-keypad.js';
import type { CallDigitsRequestEvent } from '../../events/request-events.js';
import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<CallKeypad>`. */
export interface CallKeypadProps extends WrapperProps<Wrapped> {
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
  /** Digits were keyed or pasted. Can be prevented. */
  readonly onCallDigitsRequest?: (event: CallDigitsRequestEvent) => void;
}

export const callKeypadNames = {
  attributes: { phone: 'phone' },
  properties: ['controller'],
  events: { onCallDigitsRequest: 'call-digits-request' },
} as const;

/** The keypad in a call: twelve keys that are heard at the other end as tones. */
export const CallKeypad = createWrapper<Wrapped, CallKeypadProps>(
  'call-keypad',
  callKeypadNames,
  () => import('../../define/call-keypad.js'),
);

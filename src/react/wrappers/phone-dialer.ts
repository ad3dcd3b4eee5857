'use client';
// Written by `npm run manifest`.
import type { PhoneDialer as Wrapped } from '../../elements/phone-dialer.js';
import type {
  CallDigitsRequestEvent,
  CallEndRequestEvent,
  CallMakeRequestEvent,
} from '../../events/request-events.js';
import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<PhoneDialer>`. */
export interface PhoneDialerProps extends WrapperProps<Wrapped> {
  /** What stands in the field. */
  readonly value?: Wrapped['value'];
  /** The country of numbers without a `+` (ISO 3166-1, `US`). Default: its phone's, else by the language. */
  readonly defaultCountry?: Wrapped['defaultCountry'];
  /** No keypad to type by click. */
  readonly withoutKeypad?: Wrapped['withoutKeypad'];
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
  /** A number is about to be called. Can be prevented. */
  readonly onCallMakeRequest?: (event: CallMakeRequestEvent) => void;
  /** End call was pressed while it rang there. Can be prevented. */
  readonly onCallEndRequest?: (event: CallEndRequestEvent) => void;
  /** An extension is about to be keyed. Can be prevented. */
  readonly onCallDigitsRequest?: (event: CallDigitsRequestEvent) => void;
}

export const phoneDialerNames = {
  attributes: {
    value: 'value',
    defaultCountry: 'default-country',
    withoutKeypad: 'without-keypad',
    phone: 'phone',
  },
  properties: ['controller'],
  events: {
    onCallMakeRequest: 'call-make-request',
    onCallEndRequest: 'call-end-request',
    onCallDigitsRequest: 'call-digits-request',
  },
} as const;

/** The field "Phone number" and the button "Call". */
export const PhoneDialer = createWrapper<Wrapped, PhoneDialerProps>(
  'phone-dialer',
  phoneDialerNames,
  () => import('../../define/phone-dialer.js'),
);

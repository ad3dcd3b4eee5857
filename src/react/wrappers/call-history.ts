'use client';
// Written by `npm run manifest`.
import type { CallHistory as Wrapped } from '../../elements/call-history.js';
import type { CallMakeRequestEvent } from '../../events/request-events.js';
import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<CallHistory>`. */
export interface CallHistoryProps extends WrapperProps<Wrapped> {
  /** Only missed calls are shown. */
  readonly missedOnly?: Wrapped['missedOnly'];
  /** The country whose numbers are written without a `+` (ISO 3166-1). Default: its phone's, else by the language. */
  readonly defaultCountry?: Wrapped['defaultCountry'];
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
  /** "Call" was pressed. Can be prevented. */
  readonly onCallMakeRequest?: (event: CallMakeRequestEvent) => void;
}

export const callHistoryNames = {
  attributes: { missedOnly: 'missed-only', defaultCountry: 'default-country', phone: 'phone' },
  properties: ['controller'],
  events: { onCallMakeRequest: 'call-make-request' },
} as const;

/** Past calls, with "Call" beside each. */
export const CallHistory = createWrapper<Wrapped, CallHistoryProps>(
  'call-history',
  callHistoryNames,
  () => import('../../define/call-history.js'),
);

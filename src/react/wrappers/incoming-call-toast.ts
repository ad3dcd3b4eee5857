'use client';
// Written by `npm run manifest`.
import type { IncomingCallToast as Wrapped } from '../../elements/incoming-call-toast.js';
import type { CallAnswerRequestEvent, CallRejectRequestEvent } from '../../events/request-events.js';
import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<IncomingCallToast>`. */
export interface IncomingCallToastProps extends WrapperProps<Wrapped> {
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** Set by a phone on the toast that it brings itself: it gives way to one of the page. */
  readonly isFallback?: Wrapped['isFallback'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
  /** Answer was pressed. Can be prevented. */
  readonly onCallAnswerRequest?: (event: CallAnswerRequestEvent) => void;
  /** Decline was pressed. Can be prevented. */
  readonly onCallRejectRequest?: (event: CallRejectRequestEvent) => void;
}

export const incomingCallToastNames = {
  attributes: { phone: 'phone' },
  properties: ['isFallback', 'controller'],
  events: { onCallAnswerRequest: 'call-answer-request', onCallRejectRequest: 'call-reject-request' },
} as const;

/** The incoming call: its caller, "Answer" and "Decline". One alert dialog for each caller. */
export const IncomingCallToast = createWrapper<Wrapped, IncomingCallToastProps>(
  'incoming-call-toast',
  incomingCallToastNames,
  () => import('../../define/incoming-call-toast.js'),
);

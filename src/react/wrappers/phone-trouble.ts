'use client';
// Written by `npm run manifest`.
import type { PhoneTrouble as Wrapped } from '../../elements/phone-trouble.js';
import type {
  CallAnswerRequestEvent,
  CallMakeRequestEvent,
  DeviceSignInRequestEvent,
} from '../../events/request-events.js';
import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<PhoneTrouble>`. */
export interface PhoneTroubleProps extends WrapperProps<Wrapped> {
  /** Where the person signs in. Default: what the phone's own `sign-in-url` says. */
  readonly signInUrl?: Wrapped['signInUrl'];
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
  /** "Sign in" was clicked. Can be prevented. */
  readonly onDeviceSignInRequest?: (event: DeviceSignInRequestEvent) => void;
  /** A call is to be answered once more. Can be prevented. */
  readonly onCallAnswerRequest?: (event: CallAnswerRequestEvent) => void;
  /** "Call again" was clicked. Can be prevented. */
  readonly onCallMakeRequest?: (event: CallMakeRequestEvent) => void;
}

export const phoneTroubleNames = {
  attributes: { signInUrl: 'sign-in-url', phone: 'phone' },
  properties: ['controller'],
  events: {
    onDeviceSignInRequest: 'device-sign-in-request',
    onCallAnswerRequest: 'call-answer-request',
    onCallMakeRequest: 'call-make-request',
  },
} as const;

/** What went wrong, in words, with a button that helps. */
export const PhoneTrouble = createWrapper<Wrapped, PhoneTroubleProps>(
  'phone-trouble',
  phoneTroubleNames,
  () => import('../../define/phone-trouble.js'),
);

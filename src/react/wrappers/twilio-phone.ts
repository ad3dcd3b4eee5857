'use client';
// Written by `npm run manifest`.
import type { TwilioPhone as Wrapped } from '../../elements/twilio-phone.js';
import type {
  CallAcceptEvent,
  CallCancelEvent,
  CallConnectingEvent,
  CallDisconnectEvent,
  CallErrorEvent,
  CallFeedbackEvent,
  CallHoldAvailableEvent,
  CallHoldEvent,
  CallIgnoreEvent,
  CallIncomingEvent,
  CallLogEvent,
  CallMuteEvent,
  CallReconnectedEvent,
  CallReconnectingEvent,
  CallRejectEvent,
  CallRingingEvent,
  CallTalkingWhileMutedEvent,
  CallTransportCloseEvent,
  CallWarningClearedEvent,
  CallWarningEvent,
} from '../../events/call-events.js';
import type {
  DeviceAuthRequiredEvent,
  DeviceDestroyedEvent,
  DeviceErrorEvent,
  DeviceRegisteredEvent,
  DeviceRegisteringEvent,
  DeviceTokenWillExpireEvent,
  DeviceUnregisteredEvent,
} from '../../events/device-events.js';
import type {
  CallAnswerRequestEvent,
  CallDigitsRequestEvent,
  CallEndRequestEvent,
  CallHoldRequestEvent,
  CallMakeRequestEvent,
  CallMuteRequestEvent,
  CallRejectRequestEvent,
  DeviceSignInRequestEvent,
} from '../../events/request-events.js';
import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<TwilioPhone>`. */
export interface TwilioPhoneProps extends WrapperProps<Wrapped> {
  /** The dock shows no more than the status, and in a call its time, "Mute" and "End call". */
  readonly minimised?: Wrapped['minimised'];
  /** Where tokens come from: an address, relative to the page, that answers `{ "token": … }`. */
  readonly tokenUrl?: Wrapped['tokenUrl'];
  /** Whether cookies go along: `same-origin` (default), `include` or `omit`. */
  readonly tokenCredentials?: Wrapped['tokenCredentials'];
  /** Where the person signs in, when the token endpoint says 401 or 403: an address of the page. */
  readonly signInUrl?: Wrapped['signInUrl'];
  /** This line's own number (E.164). It reaches the voice webhook of outgoing calls as `callerId`. */
  readonly phoneNumber?: Wrapped['phoneNumber'];
  /** The country of numbers without a `+` (ISO 3166-1, e.g. `US`). Default: by the page's and browser's language. */
  readonly defaultCountry?: Wrapped['defaultCountry'];
  /** The page's own `tel:` links dial here. */
  readonly callLinks?: Wrapped['callLinks'];
  /** For how many seconds a call rings here unanswered: 30 by default, 0 for ever. */
  readonly ringTimeout?: Wrapped['ringTimeout'];
  /** What becomes of it then: `ignore` (default) lets it ring elsewhere, `reject` tells its caller. */
  readonly ringTimeoutAction?: Wrapped['ringTimeoutAction'];
  /** What becomes of a second caller: `reject` (default) or `ignore`. */
  readonly busyAction?: Wrapped['busyAction'];
  /** Calls are answered without a click, after an announcement, where the microphone is granted already. */
  readonly autoAnswer?: Wrapped['autoAnswer'];
  /** The backend is asked to record the calls placed here, by the parameter `record`. */
  readonly record?: Wrapped['record'];
  /** What a caller on hold hears: an http(s) address of a sound file. Default: the phone's own music. */
  readonly holdMusic?: Wrapped['holdMusic'];
  /** A caller on hold hears nothing. */
  readonly withoutHoldMusic?: Wrapped['withoutHoldMusic'];
  /** Twilio's edge location, e.g. `ashburn`, or several by commas. Read when the phone is made. */
  readonly edge?: Wrapped['edge'];
  /** `silent`, `error` (default), `warn`, `info` or `debug`. Read when the phone is made. */
  readonly logLevel?: Wrapped['logLevel'];
  /** Nothing is reported to Twilio's event gateway. Read when the phone is made. */
  readonly withoutInsights?: Wrapped['withoutInsights'];
  /** No call is kept once it is over, and no history is shown. */
  readonly withoutHistory?: Wrapped['withoutHistory'];
  /** The system shows calls while nobody looks at the page, once `requestNotificationPermission()` was granted. */
  readonly notifications?: Wrapped['notifications'];
  /** A service worker on the page's own origin, so that notifications have "Answer" and "Decline". */
  readonly notificationWorker?: Wrapped['notificationWorker'];
  /** `light` or `dark`; otherwise as the page. */
  readonly colorScheme?: Wrapped['colorScheme'];
  /** `bottom-right` (default; `bottom-left` where lines end at the left), `bottom-left`, `top-right`, `top-left`, or `none`: where the element stands. What a person made of the dock by hand wins. */
  readonly dock?: Wrapped['dock'];
  /** `comfortable` (default) or `compact`: how much room everything takes. */
  readonly density?: Wrapped['density'];
  /** The phone itself. A page may give one of its own, which the element then never destroys. */
  readonly controller?: Wrapped['controller'];
  /** The page's own way to a token, instead of `token-url`. */
  readonly tokenProvider?: Wrapped['tokenProvider'];
  /** Twilio is being asked to let calls ring here. */
  readonly onDeviceRegistering?: (event: DeviceRegisteringEvent) => void;
  /** Calls ring here from now on. */
  readonly onDeviceRegistered?: (event: DeviceRegisteredEvent) => void;
  /** Calls do not ring here any more. */
  readonly onDeviceUnregistered?: (event: DeviceUnregisteredEvent) => void;
  /** The phone is over. */
  readonly onDeviceDestroyed?: (event: DeviceDestroyedEvent) => void;
  /** The token runs out soon. */
  readonly onDeviceTokenWillExpire?: (event: DeviceTokenWillExpireEvent) => void;
  /** The token endpoint said 401 or 403. */
  readonly onDeviceAuthRequired?: (event: DeviceAuthRequiredEvent) => void;
  /** Something went wrong with the connection. */
  readonly onDeviceError?: (event: DeviceErrorEvent) => void;
  /** Somebody calls. */
  readonly onCallIncoming?: (event: CallIncomingEvent) => void;
  /** A call was answered or dialled and is being set up. */
  readonly onCallConnecting?: (event: CallConnectingEvent) => void;
  /** An outgoing call rings at the other end. */
  readonly onCallRinging?: (event: CallRingingEvent) => void;
  /** A call is open. */
  readonly onCallAccept?: (event: CallAcceptEvent) => void;
  /** A call lost its connection and tries to come back. */
  readonly onCallReconnecting?: (event: CallReconnectingEvent) => void;
  /** A call came back. */
  readonly onCallReconnected?: (event: CallReconnectedEvent) => void;
  /** The microphone was muted or unmuted. */
  readonly onCallMute?: (event: CallMuteEvent) => void;
  /** A call was put on hold or resumed. */
  readonly onCallHold?: (event: CallHoldEvent) => void;
  /** Holding the call became possible, or impossible. */
  readonly onCallHoldAvailable?: (event: CallHoldAvailableEvent) => void;
  /** The person began, or ceased, to talk into a muted microphone. */
  readonly onCallTalkingWhileMuted?: (event: CallTalkingWhileMutedEvent) => void;
  /** A quality warning was raised. */
  readonly onCallWarning?: (event: CallWarningEvent) => void;
  /** A quality warning is over. */
  readonly onCallWarningCleared?: (event: CallWarningClearedEvent) => void;
  /** Something went wrong in a call. */
  readonly onCallError?: (event: CallErrorEvent) => void;
  /** The caller gave up, or another phone of this user answered. */
  readonly onCallCancel?: (event: CallCancelEvent) => void;
  /** A call was declined here. */
  readonly onCallReject?: (event: CallRejectEvent) => void;
  /** A call was let go here without telling the caller. */
  readonly onCallIgnore?: (event: CallIgnoreEvent) => void;
  /** A call ended. */
  readonly onCallDisconnect?: (event: CallDisconnectEvent) => void;
  /** A call ended because its connection was lost. */
  readonly onCallTransportClose?: (event: CallTransportCloseEvent) => void;
  /** A call is over, and all about it is known: `record`. Once for each call. */
  readonly onCallLog?: (event: CallLogEvent) => void;
  /** A person said how a call was. */
  readonly onCallFeedback?: (event: CallFeedbackEvent) => void;
  /** `makeCall()` was called. Can be prevented. */
  readonly onCallMakeRequest?: (event: CallMakeRequestEvent) => void;
  /** `answerCall()` was called. Can be prevented. */
  readonly onCallAnswerRequest?: (event: CallAnswerRequestEvent) => void;
  /** `rejectCall()` was called. Can be prevented. */
  readonly onCallRejectRequest?: (event: CallRejectRequestEvent) => void;
  /** `endCall()` was called. Can be prevented. */
  readonly onCallEndRequest?: (event: CallEndRequestEvent) => void;
  /** `toggleMute()` was called. Can be prevented. */
  readonly onCallMuteRequest?: (event: CallMuteRequestEvent) => void;
  /** `toggleHold()` was called. Can be prevented. */
  readonly onCallHoldRequest?: (event: CallHoldRequestEvent) => void;
  /** Somebody wants to sign in. Can be prevented. */
  readonly onDeviceSignInRequest?: (event: DeviceSignInRequestEvent) => void;
  /** `sendDigits()` was called. Can be prevented. */
  readonly onCallDigitsRequest?: (event: CallDigitsRequestEvent) => void;
}

export const twilioPhoneNames = {
  attributes: {
    minimised: 'minimised',
    tokenUrl: 'token-url',
    tokenCredentials: 'token-credentials',
    signInUrl: 'sign-in-url',
    phoneNumber: 'phone-number',
    defaultCountry: 'default-country',
    callLinks: 'call-links',
    ringTimeout: 'ring-timeout',
    ringTimeoutAction: 'ring-timeout-action',
    busyAction: 'busy-action',
    autoAnswer: 'auto-answer',
    record: 'record',
    holdMusic: 'hold-music',
    withoutHoldMusic: 'without-hold-music',
    edge: 'edge',
    logLevel: 'log-level',
    withoutInsights: 'without-insights',
    withoutHistory: 'without-history',
    notifications: 'notifications',
    notificationWorker: 'notification-worker',
    colorScheme: 'color-scheme',
    dock: 'dock',
    density: 'density',
  },
  properties: ['controller', 'tokenProvider'],
  events: {
    onDeviceRegistering: 'device-registering',
    onDeviceRegistered: 'device-registered',
    onDeviceUnregistered: 'device-unregistered',
    onDeviceDestroyed: 'device-destroyed',
    onDeviceTokenWillExpire: 'device-token-will-expire',
    onDeviceAuthRequired: 'device-auth-required',
    onDeviceError: 'device-error',
    onCallIncoming: 'call-incoming',
    onCallConnecting: 'call-connecting',
    onCallRinging: 'call-ringing',
    onCallAccept: 'call-accept',
    onCallReconnecting: 'call-reconnecting',
    onCallReconnected: 'call-reconnected',
    onCallMute: 'call-mute',
    onCallHold: 'call-hold',
    onCallHoldAvailable: 'call-hold-available',
    onCallTalkingWhileMuted: 'call-talking-while-muted',
    onCallWarning: 'call-warning',
    onCallWarningCleared: 'call-warning-cleared',
    onCallError: 'call-error',
    onCallCancel: 'call-cancel',
    onCallReject: 'call-reject',
    onCallIgnore: 'call-ignore',
    onCallDisconnect: 'call-disconnect',
    onCallTransportClose: 'call-transport-close',
    onCallLog: 'call-log',
    onCallFeedback: 'call-feedback',
    onCallMakeRequest: 'call-make-request',
    onCallAnswerRequest: 'call-answer-request',
    onCallRejectRequest: 'call-reject-request',
    onCallEndRequest: 'call-end-request',
    onCallMuteRequest: 'call-mute-request',
    onCallHoldRequest: 'call-hold-request',
    onDeviceSignInRequest: 'device-sign-in-request',
    onCallDigitsRequest: 'call-digits-request',
  },
} as const;

/** The phone: give it a `token-url`, and calls ring in the page. */
export const TwilioPhone = createWrapper<Wrapped, TwilioPhoneProps>(
  'twilio-phone',
  twilioPhoneNames,
  () => import('../../define/twilio-phone.js'),
);

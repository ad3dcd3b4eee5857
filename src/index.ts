/** The phone's classes, events and types. Nothing is registered by importing this; `twilio-phone/define` does. */
export { CallControls } from './elements/call-controls.js';
export { CallFeedbackCard } from './elements/call-feedback.js';
export { CallHistory } from './elements/call-history.js';
export { CallKeypad } from './elements/call-keypad.js';
export { CallQualityChip } from './elements/call-quality.js';
export { IncomingCallToast } from './elements/incoming-call-toast.js';
export { PhoneDialer } from './elements/phone-dialer.js';
export { PhonePanels } from './elements/phone-panels.js';
export type { PanelName } from './elements/phone-panels.js';
export { PhoneDiagnostics } from './elements/phone-diagnostics.js';
export { PhoneSettingsPanel } from './elements/phone-settings.js';
export { PhoneStatus } from './elements/phone-status.js';
export { PhoneTrouble } from './elements/phone-trouble.js';
export { TwilioPhone } from './elements/twilio-phone.js';
export type {
  LogLevel,
  PhoneComposer,
  PhoneSettings,
  ProvidedToken,
  TokenCredentials,
  TokenProvider,
  TokenSettings,
} from './elements/shared/phone-composer.js';

export { CallControllerConsumer } from './context/call-controller-consumer.js';
export type { PhoneSeeker } from './context/call-controller-consumer.js';
export { callControllerContext } from './context/call-controller-context.js';
export { CallControlsController } from './context/call-controls-controller.js';
export { IncomingCallController } from './context/incoming-call-controller.js';
export { TwilioController } from './context/twilio-controller.js';
export { CallControllerProvider } from './context/call-controller-provider.js';
export { findPhone } from './context/find-phone.js';
export type { PhoneQuery } from './context/find-phone.js';

export * from './events/call-events.js';
export * from './events/device-events.js';
export * from './events/request-events.js';

export { CallController } from './core/call-controller.js';
export type { CallControllerPorts } from './core/call-controller-ports.js';
export type { LatePhoneCallsKit, PhoneCallsKit } from './core/late-calls.js';
export { PhoneCalls } from './core/phone-calls.js';
export type { PhoneCallsParts } from './core/phone-calls.js';
export type { CallHistoryPort, CallHistoryState } from './core/call-history.js';
export type { CallOutcome, CallRecord, CallRecordError } from './core/call-record.js';
export type * from './core/call-feedback.js';
export type * from './core/call-quality.js';
export { isPhoneError, PhoneError } from './core/phone-error.js';
export type { PhoneErrorCause, PhoneErrorCode, PhoneErrorOptions } from './core/phone-error.js';
export type * from './core/phone-fact.js';
export type { CallIdOrEvent } from './core/phone-handlers.js';
export { activeCalls, currentCall, incomingCalls } from './core/phone-state.js';
export type * from './core/phone-state.js';
export type * from './core/ports.js';

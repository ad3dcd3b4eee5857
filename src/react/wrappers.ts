// Written by `npm run manifest`.
export { CallControls } from './wrappers/call-controls.js';
export type { CallControlsProps } from './wrappers/call-controls.js';
export { CallHistory } from './wrappers/call-history.js';
export type { CallHistoryProps } from './wrappers/call-history.js';
export { CallKeypad } from './wrappers/call-keypad.js';
export type { CallKeypadProps } from './wrappers/call-keypad.js';
export { IncomingCallToast } from './wrappers/incoming-call-toast.js';
export type { IncomingCallToastProps } from './wrappers/incoming-call-toast.js';
export { PhoneDialer } from './wrappers/phone-dialer.js';
export type { PhoneDialerProps } from './wrappers/phone-dialer.js';
export { PhonePanels } from './wrappers/phone-panels.js';
export type { PhonePanelsProps } from './wrappers/phone-panels.js';
export { PhoneSettings } from './wrappers/phone-settings.js';
export type { PhoneSettingsProps } from './wrappers/phone-settings.js';
export { PhoneStatus } from './wrappers/phone-status.js';
export type { PhoneStatusProps } from './wrappers/phone-status.js';
export { TwilioPhone } from './wrappers/twilio-phone.js';
export type { TwilioPhoneProps } from './wrappers/twilio-phone.js';

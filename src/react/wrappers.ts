// Written by `npm run manifest`.
export { CallControls } from './wrappers/call-controls.js';
export type { CallControlsProps } from './wrappers/call-controls.js';
export { CallKeypad } from './wrappers/call-keypad.js';
export type { CallKeypadProps } from './wrappers/call-keypad.js';
export { IncomingCallToast } from './wrappers/incoming-call-toast.js';
export type { IncomingCallToastProps } from './wrappers/incoming-call-toast.js';
export { PhoneDialer } from './wrappers/phone-dialer.js';
export type { PhoneDialerProps } from './wrappers/phone-dialer.js';
export { PhoneSettings } from './wrappers/phone-settings.js';
export type { PhoneSettingsProps } from './wrappers/phone-settings.js';
export { PhoneStatus } from './wrappers/phone-status.js';
export type { PhoneStatusProps } from './wrappers/phone-status.js';
export { SettingsDisclosure } from './wrappers/settings-disclosure.js';
export type { SettingsDisclosureProps } from './wrappers/settings-disclosure.js';
export { TwilioPhone } from './wrappers/twilio-phone.js';
export type { TwilioPhoneProps } from './wrappers/twilio-phone.js';

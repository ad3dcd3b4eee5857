/** The phone for React 19: the integration guide's hooks, and a component for each element. */
export { useCallControls } from './use-call-controls.js';
export type { CallControlsOfPhone } from './use-call-controls.js';
export { useIncomingCall } from './use-incoming-call.js';
export type { IncomingCall } from './use-incoming-call.js';
export { useTwilio } from './use-twilio.js';
export type { PhoneSnapshot } from './phone-source.js';
export type { IntrinsicProps, WrapperProps } from './create-wrapper.js';
export * from './wrappers.js';
export type * from './intrinsic-elements.js';

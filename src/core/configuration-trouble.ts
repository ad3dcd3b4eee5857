import type { PhoneError, PhoneErrorCode } from './phone-error.js';
import type { DeviceState } from './phone-state.js';

/** What only the page, or its backend, can set right. */
const configurationErrors: readonly PhoneErrorCode[] = [
  'token-url-missing',
  'token-url-invalid',
  'token-answer-invalid',
  'token-grants-missing',
  'incoming-not-allowed',
  'token-expired-on-arrival',
  'token-invalid',
  'page-not-secure',
];

/** These may pass by themselves: they speak of the configuration only where it has never worked. */
const passingErrors: readonly PhoneErrorCode[] = ['token-request-failed', 'token-request-timeout'];

/** Whether somebody who runs the page has to change something before calls can come. */
export function isAboutConfiguration(
  { code }: PhoneError,
  { identity }: Pick<DeviceState, 'identity'>,
): boolean {
  return configurationErrors.includes(code) || (identity === null && passingErrors.includes(code));
}

/** Phones that something has gone wrong with, each by the way that such an error takes. */
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { settle } from '../../test/support/fake-ports.js';
import type { TestPhone } from '../../test/support/test-phone.js';
import { ada, freshPhone, readyPhone, ringingPhone } from './story-phone.js';

const ofMicrophone = /^(?:microphone|page-not-secure)/;
const ofCall = /^(?:call|callee|caller|media|application|webhook)-/;

/** A phone that has met this error: when it was to answer, in its last call, or when it asked for a token. */
export async function troubledPhone(code: PhoneErrorCode): Promise<TestPhone> {
  const error = new PhoneError(code, 'What exactly it was stands here.', { recoverable: false });
  if (ofMicrophone.test(code)) return phoneWithoutMicrophone(error);
  return ofCall.test(code) ? phoneAfterCall(error) : phoneWithoutToken(error);
}

async function phoneWithoutMicrophone(error: PhoneError): Promise<TestPhone> {
  const phone = await ringingPhone();
  phone.microphone.failure = error;
  await phone.controller.answerCall().catch(() => undefined);
  return phone;
}

async function phoneAfterCall(error: PhoneError): Promise<TestPhone> {
  const phone = await readyPhone();
  phone.device.hesitates = true;
  phone.controller.makeCall(ada.from).catch(() => undefined);
  await settle();
  for (const event of [{ type: 'error', error } as const, { type: 'disconnect' } as const]) {
    phone.device.placedCalls[0]?.emit(event);
  }
  return phone;
}

async function phoneWithoutToken(error: PhoneError): Promise<TestPhone> {
  const phone = freshPhone();
  phone.tokens.failures.push(error);
  phone.controller.register().catch(() => undefined);
  await settle();
  return phone;
}

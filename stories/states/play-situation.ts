/** Brings a phone into a situation, by the steps that lead there: each a command to it, or an event of the fake port. */
import type { CallCommand } from '../../src/core/phone-state.js';
import type { FakeCallPort } from '../../test/support/fake-ports.js';
import { settle } from '../../test/support/fake-ports.js';
import type { TestPhone } from '../../test/support/test-phone.js';
import { ada, letTalk, readyPhone } from '../support/story-phone.js';
import type { CallSituation } from './call-situations.js';

export async function playSituation({ direction, steps }: CallSituation): Promise<TestPhone> {
  const phone = await readyPhone();
  const port = direction === 'INCOMING' ? phone.ring({ ...ada, hesitates: true }) : await placeCall(phone);
  await settle();
  for (const step of steps) {
    if ('wish' in step) wish(phone, step.wish);
    else port.emit(step.event);
    await settle();
    if (hasJustOpened(phone, port)) await letTalk(phone, port);
  }
  return phone;
}

async function placeCall(phone: TestPhone): Promise<FakeCallPort> {
  phone.device.hesitates = true;
  phone.controller.makeCall(ada.from).catch(() => undefined);
  await settle();
  const [port] = phone.device.placedCalls;
  if (!port) throw new Error('No call was placed.');
  return port;
}

/** What is asked for stays pending: the port hesitates. That it fails when the call ends is no news. */
function wish(phone: TestPhone, command: CallCommand): void {
  const commands: Partial<Record<CallCommand, () => Promise<unknown>>> = {
    answerCall: () => phone.controller.answerCall(),
    rejectCall: () => phone.controller.rejectCall(),
    ignoreCall: () => phone.controller.ignoreCall(),
    endCall: () => phone.controller.endCall(),
    toggleMute: () => phone.controller.toggleMute(phone.call.id),
    toggleHold: () => phone.controller.toggleHold(),
  };
  commands[command]?.().catch(() => undefined);
}

function hasJustOpened({ call }: TestPhone, port: FakeCallPort): boolean {
  return call.openedAt !== null && port.quality.summarize().sampleCount === 0;
}

/**
 * The phones of the stories: the core's own controller over its fake port, with somebody's devices and past calls.
 * Nothing rings anywhere but here.
 */
import { callRecord } from '../../test/support/call-records.js';
import { FakeCallHistory } from '../../test/support/fake-call-history.js';
import type { FakeCallOptions, FakeCallPort } from '../../test/support/fake-ports.js';
import { settle } from '../../test/support/fake-ports.js';
import { FakeClock } from '../../test/support/fake-clock.js';
import { seconds } from '../../test/support/samples.js';
import { showDevices } from '../../test/support/sound-devices.js';
import { registeredPhone, TestPhone } from '../../test/support/test-phone.js';

/** The stories' clock stands still: every call that is open has lasted for so long. */
export const TALK_IN_MILLISECONDS = 83_000;
const HOUR_IN_MILLISECONDS = 3_600_000;

export const ada = { from: '+12025550101', parameters: { name: 'Ada Winter' } } as const;
export const ben = { from: '+442079460018', parameters: { name: 'Ben Okafor' } } as const;

/** A phone that is ready for calls. */
export async function readyPhone(): Promise<TestPhone> {
  const phone = await registeredPhone(belongings());
  showDevices(phone);
  await settle();
  return phone;
}

/** A phone that was never registered. */
export function freshPhone(): TestPhone {
  const phone = new TestPhone(belongings());
  showDevices(phone);
  return phone;
}

/** A phone that somebody calls. */
export async function ringingPhone(...callers: readonly FakeCallOptions[]): Promise<TestPhone> {
  const phone = await readyPhone();
  for (const caller of callers.length > 0 ? callers : [ada]) phone.ring(caller);
  await settle();
  return phone;
}

/** A phone in a call, and the call's other half. */
export async function talkingPhone(): Promise<{ readonly phone: TestPhone; readonly port: FakeCallPort }> {
  const phone = await readyPhone();
  const port = await phone.talk(ada);
  await letTalk(phone, port);
  return { phone, port };
}

/** Somebody has talked for a while: time has passed, and the sound was measured. */
export async function letTalk(phone: TestPhone, port: FakeCallPort): Promise<void> {
  for (const sample of seconds(30)) port.measure(sample);
  await phone.pass(TALK_IN_MILLISECONDS);
}

function belongings() {
  const storage = new FakeCallHistory();
  storage.saved.set('alice', pastCalls(Date.now()));
  // The elements' own clock is the browser's: a call that opens now has begun a while ago there.
  return { storage, clock: new FakeClock(Date.now() - TALK_IN_MILLISECONDS) };
}

function pastCalls(now: number) {
  const times = { openedAt: null, talkInMilliseconds: 0 };
  return [
    { from: '+12025550143', name: 'Carla Weiss', outcome: 'missed', wasMissed: true, ...times } as const,
    { direction: 'OUTGOING', from: 'client:alice', to: '+442079460018' } as const,
    { from: '+12025550101', name: 'Ada Winter' },
  ].map((change, index) =>
    callRecord({ id: `past-${index}`, createdAt: now - (index + 1) * 5 * HOUR_IN_MILLISECONDS, ...change }),
  );
}

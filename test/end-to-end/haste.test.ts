/**
 * Everything at once, faster than people are: callers come and give up, the person answers, declines, mutes, holds,
 * hangs up and calls, and the line breaks, in one order after the other. However it went, the phone is free in the end.
 */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { OutsideCall } from '../../demo/local-twilio/index.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import type { TwilioPhone } from '../../src/index.js';
import { earOfPage, hears } from './hearing.js';
import type { Portal } from './portal.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const ROUNDS = 15;
const LONGEST_PAUSE_IN_MILLISECONDS = 400;

const stage = useStage();
afterEach(() => stage.clear());

const commands = [
  'answerCall',
  'answerCall',
  'answerCall',
  'rejectCall',
  'ignoreCall',
  'endCall',
  'toggleMute',
  'toggleHold',
  'makeCall',
] as const;

/** The same numbers in each run, from 0 to 1 (a linear congruential generator, Numerical Recipes). */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** What the person wishes, refused or not. Nobody waits for it. */
function wish(portal: Portal, command: (typeof commands)[number]): void {
  void portal.page.evaluate((name) => {
    const phone = document.querySelector<TwilioPhone>('twilio-phone');
    const done: Promise<unknown> | undefined =
      name === 'makeCall' ? phone?.makeCall('+12025550102') : phone?.[name]();
    done?.catch(() => undefined);
  }, command);
}

/** One round. Says what was done, for whoever has to find out. */
async function hurry(portal: Portal, chance: () => number): Promise<string[]> {
  const done: string[] = [];
  const callers: OutsideCall[] = [];
  const steps = 4 + Math.floor(chance() * 8);
  for (let step = 0; step < steps; step += 1) {
    const what = chance();
    const command = commands[Math.floor(chance() * commands.length)] ?? 'endCall';
    if (callers.length === 0 || what < 0.3) {
      callers.push(stage.localTwilio.callPhoneNumber({ from: '+12025550101', as: 'silent' }));
      done.push('call');
    } else if (what < 0.5) {
      callers[Math.floor(chance() * callers.length)]?.hangUp();
      done.push('hang up');
    } else if (what < 0.55) {
      await stage.localTwilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
      done.push('drop');
    } else {
      wish(portal, command);
      done.push(command);
    }
    const pause = Math.max(0, chance() * 2 - 1) * LONGEST_PAUSE_IN_MILLISECONDS;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  for (const caller of callers) caller.hangUp();
  return done;
}

test('whatever is pressed and whoever gives up, the phone is free in the end, and rings again', async (t) => {
  const portal = await stage.openPortal();
  const complaints: string[] = [];
  portal.page.on('pageerror', ({ message }) => complaints.push(message));
  portal.page.on('console', (message) => {
    if (message.text().includes('Unexpected')) complaints.push(message.text());
  });
  const numbers = chances(2026);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const done = await hurry(portal, () => numbers.next().value);
    const story = `round ${round}: ${done.join(', ')}`;
    t.diagnostic(story);
    await until(`no call is left after ${story}`, async () => !(await portal.page.evaluate(isCalled)));
    await until('no leg is left', () => stage.localTwilio.calls.every(({ isOver }) => isOver));
    await portal.waitUntilReady();
    assert.deepEqual(complaints, [], story);
  }
  const call = stage.localTwilio.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  await portal.answer();
  await call.answered;
  await hears(earOfPage('the portal', portal.page), tones.outside);
});

/** Runs in the page: whether there is any call, whatever its state. */
function isCalled(): boolean {
  return document.querySelector<TwilioPhone>('twilio-phone')?.getCurrentCallState() !== null;
}

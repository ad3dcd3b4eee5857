import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { DialerOnPage } from './dialer-page.js';
import type { Portal } from './portal.js';
import { useStage } from './stage.js';
import { until } from './until.js';

const stage = useStage();
afterEach(() => stage.clear());

interface Heard {
  readonly digit: string;
  /** Milliseconds, by a clock that never jumps. */
  readonly at: number;
}

/** The portal in a call, its keypad open, and what the network decodes from the sound of its keys. */
async function openKeypad(): Promise<{ portal: Portal; keypad: DialerOnPage; heard: Heard[] }> {
  const portal = await stage.openPortal();
  await portal.makeCall('+12025550101');
  await until('the call is open', () =>
    portal.page.evaluate(
      () => document.querySelector('twilio-phone')?.getAttribute('call-status') === 'open',
    ),
  );
  const leg = stage.localTwilio.calls.find(({ from, isOver }) => from.startsWith('client:') && !isOver);
  assert.ok(leg, 'no leg is from a client');
  const heard: Heard[] = [];
  leg.media.onDigit((digit) => heard.push({ digit, at: performance.now() }));
  await portal.controls.getByRole('button', { name: 'Keypad' }).click();
  const keypad = new DialerOnPage(portal.page);
  await until('the focus is on the keys', () => keypad.key('1').evaluate((key) => key.matches(':focus')));
  return { portal, keypad, heard };
}

function digitsOf(heard: readonly Heard[]): string {
  return heard.map(({ digit }) => digit).join('');
}

async function untilHeard(heard: readonly Heard[], digits: string): Promise<void> {
  await until(`${digits} is decoded`, () => digitsOf(heard).length >= digits.length);
  assert.equal(digitsOf(heard), digits);
}

test('keys that are clicked are decoded at the far end, in order', async () => {
  const { portal, keypad, heard } = await openKeypad();
  for (const name of '159*0#') await keypad.key(name).click();
  await untilHeard(heard, '159*0#');
  await portal.page.locator('call-keypad').getByText('159*0#').waitFor();
});

test('keys that are typed as fast as a machine types are decoded, all of them and in order', async () => {
  const { portal, heard } = await openKeypad();
  await portal.page.keyboard.type('0123456789*#0123456789');
  await untilHeard(heard, '0123456789*#0123456789');
});

test('a paste is decoded, with two seconds of silence for its comma', async () => {
  const { portal, keypad, heard } = await openKeypad();
  await keypad.paste('12,34#');
  await untilHeard(heard, '1234#');
  const [, two, three] = heard;
  const pause = (three?.at ?? 0) - (two?.at ?? 0);
  assert.ok(pause > 2000 && pause < 3500, `the pause lasts ${Math.round(pause)} ms`);
  await portal.page.locator('call-keypad').getByText('12,34#').waitFor();
});

test('what is typed during the pause of a paste comes after it', async () => {
  const { portal, keypad, heard } = await openKeypad();
  await keypad.paste('1,2');
  await portal.page.keyboard.type('3');
  await untilHeard(heard, '123');
});

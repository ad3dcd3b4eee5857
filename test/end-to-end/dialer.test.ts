import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { levelAt } from '../support/measure-sound.js';
import { DialerOnPage } from './dialer-page.js';
import { earOfPage, hears } from './hearing.js';
import { PAGE_SAMPLE_RATE_IN_HERTZ, soundOf } from './page-sound.js';
import type { Portal } from './portal.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const echoNumber = '+12025550101';

const stage = useStage();
afterEach(() => stage.clear());

async function openDialer(): Promise<{ portal: Portal; dialer: DialerOnPage }> {
  const portal = await stage.openPortal();
  const dialer = new DialerOnPage(portal.page);
  await dialer.field.waitFor();
  return { portal, dialer };
}

/** Hears oneself from the number that repeats what it hears, and hangs up. */
async function talkAndEnd(portal: Portal, dialer: DialerOnPage): Promise<void> {
  await hears(earOfPage('the portal', portal.page), tones.portal);
  await portal.press('End call');
  await dialer.field.waitFor();
}

/** The leg that the network has made to a number. */
function legTo(number: string) {
  return stage.localTwilio.calls.find(({ to, direction }) => direction === 'outbound-dial' && to === number);
}

test('a number typed as people write it is called, rings audibly, is answered, and both hear each other', async () => {
  const { portal, dialer } = await openDialer();
  const booth = await stage.openBooth();
  await dialer.dial('2025550110');
  await booth.waitForStatus('is calling');
  // Before anybody answers, North America's ringback: 440 and 480 Hz.
  await until('the ringback is heard', async () => {
    const sound = await soundOf(portal.page);
    return [440, 480].every((frequency) => levelAt(sound, frequency, PAGE_SAMPLE_RATE_IN_HERTZ) > 0.05);
  });
  await booth.answer();
  await hears(earOfPage('the booth', booth.page), tones.portal);
  await hears(earOfPage('the portal', portal.page), tones.booth);
  await portal.press('End call');
  await dialer.field.waitFor();
  assert.equal(await dialer.field.inputValue(), '');
});

const outcomes: readonly [string, string, string][] = [
  ['a busy line', '(202) 555-0102', 'The line is busy.'],
  ['a number of nobody’s', '+1 202 555 0199', 'There is nobody at that number.'],
];
for (const [name, number, words] of outcomes) {
  test(`${name} is told apart in words, and the number stays for another try`, async () => {
    const { portal, dialer } = await openDialer();
    await dialer.dial(number);
    await dialer.waitForTrouble(words);
    assert.equal(await portal.isInCall(), false);
    assert.match(await dialer.field.inputValue(), /^\(202\) 555-01/);
    await dialer.field.fill(echoNumber);
    await dialer.field.press('Enter');
    await talkAndEnd(portal, dialer);
  });
}

test('a line that nobody answers is told apart in words', async () => {
  const { dialer } = await openDialer();
  await dialer.dial('2025550103');
  const leg = await until('it rings there', () => legTo('+12025550103'));
  leg.hangUp('no-answer');
  await dialer.waitForTrouble('Nobody answers.');
});

test('a number that cannot exist is refused before anything is dialled', async () => {
  const { dialer } = await openDialer();
  const before = stage.localTwilio.calls.length;
  await dialer.dial('202555');
  await dialer.waitForWords('This number is too short. Check it.');
  assert.equal(await dialer.field.getAttribute('aria-invalid'), 'true');
  assert.equal(stage.localTwilio.calls.length, before);
});

test('a microphone that is refused is said in words, and nothing is dialled', async () => {
  const { portal, dialer } = await openDialer();
  const before = stage.localTwilio.calls.length;
  await portal.page.evaluate(() => window.testSound.refuseMicrophone(true));
  await dialer.dial('2025550101');
  await dialer.waitForTrouble('The browser keeps this page from the microphone.');
  assert.equal(stage.localTwilio.calls.length, before);
});

test('a pasted extension is keyed once the call is open, and shown', async () => {
  const { portal, dialer } = await openDialer();
  await dialer.field.click();
  await dialer.paste('(202) 555-0101 ext. 42');
  assert.equal(await dialer.field.inputValue(), '(202) 555-0101 ext. 42');
  await dialer.waitForWords('Then keys 42');
  await dialer.field.press('Enter');
  const heard = await until('the page’s own leg is there', () =>
    stage.localTwilio.calls.find(({ from, isOver }) => from.startsWith('client:') && !isOver),
  );
  let digits = '';
  heard.media.onDigit((digit) => (digits += digit));
  await until('the extension is heard', () => digits === '42');
  await portal.page.getByRole('button', { name: 'Keypad' }).click();
  await portal.page.locator('call-keypad').getByText(',42').waitFor();
});

test('the last number comes back into an empty field', async () => {
  const { portal, dialer } = await openDialer();
  await portal.makeCall(echoNumber);
  await portal.press('End call');
  await dialer.field.waitFor();
  await dialer.field.press('Enter');
  await until('the number is back', async () =>
    (await dialer.field.inputValue()).replace(/\D/g, '').endsWith('2025550101'),
  );
  assert.equal(await portal.isInCall(), false);
});

test('a tel: link of the page dials here', async () => {
  const { portal, dialer } = await openDialer();
  await portal.page.evaluate(() => {
    document.querySelector('twilio-phone')?.setAttribute('call-links', '');
    document
      .querySelector('h1')
      ?.insertAdjacentHTML('afterend', '<a href="tel:+1-202-555-0101">Call Ada</a>');
  });
  await until('the link dials', async () => {
    await portal.page.getByRole('link', { name: 'Call Ada' }).click();
    return portal.isInCall();
  });
  assert.ok(await until('it rings there', () => legTo(echoNumber)));
  await talkAndEnd(portal, dialer);
});

test('without the tables of numbers, international numbers are still called', async () => {
  const portal = await stage.openPortal();
  await portal.page.route(/\/phone-numbers-/, (route) => route.abort());
  const dialer = new DialerOnPage(portal.page);
  await dialer.dial('2025550101');
  await dialer.waitForWords('Begin with + and the country code.');
  await dialer.field.fill('+1 202 555 0101');
  await dialer.field.press('Enter');
  await talkAndEnd(portal, dialer);
});

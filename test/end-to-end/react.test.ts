/** `twilio-phone/react` in a page of React 19 under StrictMode, with the integration guide's own components. */
import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import type { ServerBesideDemo } from '../../scripts/serve-beside-demo.js';
import { earOfPage, earOfTelephone, hears, hearsNothing } from './hearing.js';
import { ReactPage, serveReactPage } from './react-page.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const ada = '+12025550101';

const stage = useStage();
let server: ServerBesideDemo | null = null;

after(() => server?.close());
afterEach(() => stage.clear());

/** The page, ready for calls, and what its console complained of. */
async function open() {
  server ??= await serveReactPage(stage.demo.portalAddress);
  const page = await stage.openPage(tones.portal);
  const complaints: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
      complaints.push(`${message.text()} ${url}`);
  });
  // The portal's address first: its session cookie holds for every port of localhost.
  await page.goto(stage.demo.portalAddress, { waitUntil: 'commit' });
  const framesBefore = stage.localTwilio.wire.length;
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(server.address);
  const react = new ReactPage(page);
  await react.waitForWords('Ready for calls, no call');
  const registrations = (): number =>
    stage.localTwilio.wire.slice(framesBefore).filter(({ type }) => type === 'register').length;
  return { react, page, complaints, sockets, registrations };
}

test('under StrictMode there is one Device: one socket, one registration, also after another render', async () => {
  const { react, page, sockets, registrations } = await open();
  await react.press('Render again');
  await page.locator('twilio-phone.phone-1').waitFor();
  await react.press('Look at the ref');
  assert.equal((await react.seen()).methods, 'function');
  assert.equal(sockets.length, 1, sockets.join(', '));
  assert.equal(registrations(), 1);
});

test('a call rings in the guide’s CallNotification, is answered by its onClick={answerCall}, and is heard', async () => {
  const { react, page, complaints } = await open();
  const call = stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  await react.notification.getByText(`Incoming Call from ${ada}`).waitFor();
  await react.waitForWords('quiet, ringing');
  await react.notification.getByRole('button', { name: 'Answer' }).click();
  await call.answered;
  const caller = earOfTelephone('the caller', record(call.hear()));
  await hears(caller, tones.portal);
  await hears(earOfPage('the page', page), tones.outside);

  // The guide's CallControls: mute, hold, end.
  await react.controls.getByRole('button', { name: 'Mute', exact: true }).click();
  await hearsNothing(caller);
  await react.controls.getByRole('button', { name: 'Unmute' }).click();
  await hears(caller, tones.portal);
  await react.controls.getByRole('button', { name: 'Hold' }).click();
  await react.controls.getByRole('button', { name: 'Resume' }).waitFor();
  await hearsNothing(caller);
  await hearsNothing(earOfPage('the page, on hold,', page));
  await react.controls.getByRole('button', { name: 'Resume' }).click();
  await hears(caller, tones.portal);
  await react.controls.getByRole('button', { name: 'End Call' }).click();
  assert.equal((await call.ended).status, 'completed');
  await react.waitForWords('no call, quiet, silent');
  const { events, unhandled } = await react.seen();
  assert.deepEqual(events, [`call-incoming ${ada}`, 'call-disconnect']);
  assert.deepEqual(unhandled, []);
  assert.deepEqual(complaints, []);
});

test('the guide’s Reject declines, and the next call rings again', async () => {
  const { react } = await open();
  const first = stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
  await react.notification.getByRole('button', { name: 'Reject' }).click();
  await first.ended;
  await react.notification.waitFor({ state: 'detached' });
  const second = stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
  await react.notification.waitFor();
  second.hangUp();
  await react.notification.waitFor({ state: 'detached' });
});

test('the guide’s Dialer calls out, and its catch gets what makeCall rejects with', async () => {
  const { react, complaints } = await open();
  await react.dial(ada);
  await react.waitForWords('active');
  // The first call is under way, so that the second must be refused.
  await react.dial(ada);
  await until('the guide’s catch ran', () => complaints.some((text) => text.startsWith('Call failed:')));
  await react.waitForWords('invalid-state');
  await react.controls.getByRole('button', { name: 'End Call' }).click();
  await react.waitForWords('no call');
  assert.deepEqual((await react.seen()).unhandled, []);
});

test('a click that fails is the hook’s error, and no unhandled rejection', async () => {
  const { react, complaints } = await open();
  await react.press('Answer nothing');
  await react.waitForWords('invalid-state');
  assert.deepEqual((await react.seen()).unhandled, []);
  assert.deepEqual(complaints, []);
});

test('unmounted, the phone is gone after its grace; mounted at once again, it is the same phone', async () => {
  const { react, sockets, registrations } = await open();
  await react.page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Mount or unmount',
    );
    button?.click();
    button?.click();
  });
  await react.waitForWords('Ready for calls, no call');
  assert.equal(sockets.length, 1);
  assert.equal(registrations(), 1);
  await react.press('Mount or unmount');
  await react.waitForWords('Not ready');
  await until('nobody is registered', () => stage.localTwilio.identities.length === 0);
});

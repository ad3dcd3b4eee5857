import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Page, Worker } from 'playwright-core';
import { NotificationTray } from './notification-tray.js';
import type { Portal } from './portal.js';
import { useStage } from './stage.js';
import { until } from './until.js';

const ada = '+12025550101';
const title = 'Workshop · Brightwater Bicycles';

const stage = useStage();
afterEach(() => stage.clear());

function callFromOutside() {
  return stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
}

/** The portal of somebody who permitted notifications, and the tray in which they stand. */
async function openPermittedPortal(): Promise<{ portal: Portal; tray: NotificationTray }> {
  const portal = await stage.openPortal();
  const context = portal.page.context();
  await context.grantPermissions(['notifications'], { origin: new URL(stage.demo.portalAddress).origin });
  await portal.page.reload();
  await portal.waitUntilReady();
  const worker = await until<Worker | undefined>('the worker is there', () => context.serviceWorkers()[0]);
  const tray = new NotificationTray(worker);
  await until('the worker is active', () => tray.isOpen());
  return { portal, tray };
}

/** Says that another tab is in front, or this one again: without a screen a browser never does. */
async function setSight(page: Page, isSeen: boolean): Promise<void> {
  await page.evaluate((isVisible) => {
    const state = isVisible ? 'visible' : 'hidden';
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    Object.defineProperty(document, 'hasFocus', { value: () => isVisible, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isSeen);
}

/** What the page shows in its tab. */
async function tabOf(page: Page): Promise<{ title: string; icons: string[] }> {
  return page.evaluate(() => ({
    title: document.title,
    icons: [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map(({ href }) => href),
  }));
}

test('a call is in the title and the icon while it rings, and leaves no trace', async () => {
  const { page } = await stage.openPortal();
  const before = await tabOf(page);
  const call = callFromOutside();
  await until(
    'the title says who calls',
    async () => (await tabOf(page)).title === 'Incoming call: Ada Winter',
  );
  await until('the title is the page’s own in between', async () => (await tabOf(page)).title === title);
  const [icon = ''] = (await tabOf(page)).icons;
  assert.match(icon, /\/twilio-phone\/.*ringing-icon.*\.svg$/);
  const response = await fetch(icon);
  assert.match(response.headers.get('Content-Type') ?? '', /svg/);
  assert.match(await response.text(), /<svg/);
  call.hangUp();
  await until(
    'the tab is as it was',
    async () => JSON.stringify(await tabOf(page)) === JSON.stringify(before),
  );
});

test('nobody is asked for notifications, and no worker is there before they are permitted', async () => {
  const { page } = await stage.openPortal();
  const call = callFromOutside();
  await until('the phone attends', async () => (await tabOf(page)).title.startsWith('Incoming call'));
  const registrations = await page.evaluate(() =>
    navigator.serviceWorker.getRegistrations().then(({ length }) => length),
  );
  assert.equal(registrations, 0);
  assert.notEqual(await page.evaluate(() => Notification.permission), 'granted');
  call.hangUp();
});

test('a hidden page’s call is shown by the system, and answered there', async () => {
  const { portal, tray } = await openPermittedPortal();
  await setSight(portal.page, false);
  const call = callFromOutside();
  const [notification] = await until('a notification is shown', () => tray.readShown());
  assert.deepEqual(notification, {
    title: 'Incoming call',
    body: 'Ada Winter',
    actions: ['Answer', 'Decline'],
    silent: true,
    requireInteraction: true,
  });
  assert.equal(await tray.choose('answer'), true, 'the page was not brought to the front');
  await call.answered;
  await portal.controls.waitFor();
  assert.equal(await tray.readShown(), null);
  call.hangUp();
});

test('a call is declined in the notification, and the page stays where it is', async () => {
  const { portal, tray } = await openPermittedPortal();
  await setSight(portal.page, false);
  const call = callFromOutside();
  await until('a notification is shown', () => tray.readShown());
  assert.equal(await tray.choose('decline'), false, 'the page was brought to the front');
  assert.equal((await call.ended).by, 'network');
  await portal.toast().waitFor({ state: 'detached' });
});

test('a click beside the buttons shows the page and answers nothing', async () => {
  const { portal, tray } = await openPermittedPortal();
  await setSight(portal.page, false);
  const call = callFromOutside();
  await until('a notification is shown', () => tray.readShown());
  assert.equal(await tray.choose(''), true, 'the page was not brought to the front');
  await portal.toast('Ada Winter').waitFor();
  assert.equal(await portal.isInCall(), false);
  call.hangUp();
});

test('of two pages the one in which the call rings is asked', async () => {
  const { portal, tray } = await openPermittedPortal();
  const other = await portal.page.context().newPage();
  await other.goto(`${stage.demo.phoneBoothAddress}`);
  await setSight(portal.page, false);
  const call = callFromOutside();
  await until('a notification is shown', () => tray.readShown());
  await tray.choose('answer');
  await call.answered;
  assert.equal(await tray.frontPage(), stage.demo.portalAddress);
  call.hangUp();
});

test('a notification goes when the caller gives up, and when the person comes to the page', async () => {
  const { portal, tray } = await openPermittedPortal();
  await setSight(portal.page, false);
  const first = callFromOutside();
  await until('a notification is shown', () => tray.readShown());
  first.hangUp();
  await until('it is closed', async () => (await tray.readShown()) === null);
  const second = callFromOutside();
  await until('another is shown', () => tray.readShown());
  await setSight(portal.page, true);
  await until('it is closed', async () => (await tray.readShown()) === null);
  second.hangUp();
});

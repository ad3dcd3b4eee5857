import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { earOfPage, hears } from './hearing.js';
import { Portal } from './portal.js';
import { Stage, tones } from './stage.js';
import { serveStorybook } from './story-server.js';
import type { StoryServer } from './story-server.js';

const stage = new Stage();
let server: StoryServer;
before(async () => {
  await stage.start();
  server = await serveStorybook(stage.demo.portalAddress);
});
after(async () => {
  server.close();
  await stage.stop();
});
afterEach(() => stage.clear());

test('a Live story rings through local Twilio, and is heard', async () => {
  const portal = await openStory('live-real-calls--let-a-voice-call');
  await portal.page.getByRole('button', { name: 'Let a voice call me' }).click();
  await portal.answer();
  await portal.controls.waitFor();
  // The voice greets, and then repeats what it hears.
  await hears(earOfPage('the story', portal.page), tones.portal);
  await portal.press('End call');
  await portal.waitUntilReady();
});

test('a number of a Live story is called, and answers', async () => {
  const portal = await openStory('live-real-calls--call-out');
  await portal.page.getByRole('link', { name: /Ada Winter/ }).click();
  await portal.controls.waitFor();
  await portal.page.getByRole('timer').filter({ hasText: '0:0' }).waitFor();
  assert.equal(await portal.isInCall(), true);
  await portal.press('End call');
  await portal.waitUntilReady();
});

async function openStory(id: string): Promise<Portal> {
  const portal = new Portal(await stage.openPage(tones.portal));
  await portal.page.goto(`${server.address}iframe.html?viewMode=story&id=${id}`);
  await portal.waitUntilReady();
  return portal;
}

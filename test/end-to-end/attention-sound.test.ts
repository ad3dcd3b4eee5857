import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { startDemo } from '../../demo/server/start-demo.js';
import type { Demo } from '../../demo/server/start-demo.js';
import { browserArguments } from '../../scripts/browser-arguments.mjs';
import { findBrowser } from '../../scripts/browser.mjs';
import { until } from './until.js';

/** The browser as a person has it: a page is silent until somebody clicks or presses a key. */
const args = browserArguments.filter((argument) => !argument.startsWith('--autoplay-policy'));

let demo: Demo;
let browser: Browser;

before(async () => {
  demo = await startDemo();
  browser = await chromium.launch({ executablePath: findBrowser(), args });
});

after(async () => {
  await browser.close();
  await demo.stop();
});

/**
 * A page that tells by itself, on its console, what becomes of its sound. Nothing may be asked of it: every
 * question of the test's driver would count as a gesture of the person.
 */
async function openTellingPage(script = ''): Promise<{ page: Page; told: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.addInitScript(`
    addEventListener('device-registered', ({ target }) => {
      console.log('registered');
      target.controller.subscribe(({ isSoundBlocked }) => console.log('blocked: ' + isSoundBlocked));
    });
    addEventListener('call-incoming', () => console.log('somebody rings'));
    ${script}
  `);
  await page.goto(demo.portalAddress);
  return { page, told };
}

test('fault 17: that nobody would hear it ring is known before anybody calls, and over with the first click', async () => {
  const { page, told } = await openTellingPage();
  await until('the phone knows that it is silent', () => told.includes('blocked: true'));
  assert.ok(!told.includes('somebody rings'));

  const call = demo.localTwilio?.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  await until('somebody rings', () => told.includes('somebody rings'));
  assert.equal(
    told.findLast((line) => line.startsWith('blocked')),
    'blocked: true',
  );

  told.splice(0);
  await page.mouse.click(5, 5);
  await until('the phone knows that it can be heard', () => told.includes('blocked: false'));
  call?.hangUp();
  await page.context().close();
});

test('a click before anybody calls is enough, and stays enough', async () => {
  const { page, told } = await openTellingPage();
  await until('the phone knows that it is silent', () => told.includes('blocked: true'));
  await page.mouse.click(5, 5);
  await until('the phone knows that it can be heard', () => told.includes('blocked: false'));

  const call = demo.localTwilio?.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  await until('somebody rings', () => told.includes('somebody rings'));
  call?.hangUp();
  await call?.ended;
  assert.equal(
    told.findLast((line) => line.startsWith('blocked')),
    'blocked: false',
  );
  await page.context().close();
});

test('a microphone is measured in a page that was silent until the call was answered, and not taken for dead', async () => {
  const { page, told } = await openTellingPage(`
    addEventListener('call-incoming', ({ target }) => {
      addEventListener('click', () => target.answerCall(), { once: true });
    });
    addEventListener('call-accept', ({ target, call }) => {
      target.controller.watchQuality(call.id, (samples) => {
        if (samples.some(({ inputLevel }) => inputLevel > 0)) console.log('the microphone is measured');
      });
    });
  `);
  await until('the phone knows that it is silent', () => told.includes('blocked: true'));
  const call = demo.localTwilio?.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  await until('somebody rings', () => told.includes('somebody rings'));
  await page.mouse.click(5, 5);
  await call?.answered;
  await until('the microphone is measured', () => told.includes('the microphone is measured'));
  call?.hangUp();
  await page.context().close();
});

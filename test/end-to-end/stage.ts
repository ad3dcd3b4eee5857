import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LocalTwilio } from '../../demo/local-twilio/index.js';
import { startDemo } from '../../demo/server/start-demo.js';
import type { Demo } from '../../demo/server/start-demo.js';
import { browserArguments } from '../../scripts/browser-arguments.mjs';
import { findBrowser } from '../../scripts/browser.mjs';
import { Booth } from './booth.js';
import { giveSound } from './page-sound.js';
import { Portal } from './portal.js';

const CEILING_IN_MILLISECONDS = 20_000;

/** The tones of the three who may talk: far enough from each other, and from their overtones. */
export const tones = { portal: 620, booth: 880, outside: 1130 } as const;

/** The demo as `npm start` gives it, and a browser to look at it with. */
export class Stage {
  readonly #contexts: BrowserContext[] = [];
  #browser: Browser | null = null;
  #demo: Demo | null = null;

  async start(): Promise<void> {
    this.#demo = await startDemo();
    this.#browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#demo?.stop();
  }

  get demo(): Demo {
    if (!this.#demo) throw new Error('The stage is not set.');
    return this.#demo;
  }

  get localTwilio(): LocalTwilio {
    if (!this.demo.localTwilio) throw new Error('There is no local Twilio.');
    return this.demo.localTwilio;
  }

  /** A page of a browser that has never been here, with a microphone that hums. */
  async openPage(frequencyInHertz: number): Promise<Page> {
    if (!this.#browser) throw new Error('The stage is not set.');
    const context = await this.#browser.newContext();
    this.#contexts.push(context);
    context.setDefaultTimeout(CEILING_IN_MILLISECONDS);
    const page = await context.newPage();
    await giveSound(page, frequencyInHertz);
    return page;
  }

  /** The portal, ready for calls. */
  async openPortal(page?: Page): Promise<Portal> {
    const portal = new Portal(page ?? (await this.openPage(tones.portal)));
    await portal.page.goto(this.demo.portalAddress);
    await portal.waitUntilReady();
    return portal;
  }

  /** The phone booth, ready to call. */
  async openBooth(): Promise<Booth> {
    const booth = new Booth(await this.openPage(tones.booth));
    await booth.page.goto(this.demo.phoneBoothAddress);
    await booth.waitForStatus('Ready to call');
    return booth;
  }

  /** Closes all pages; calls and registrations end with them. */
  async clear(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }
}

/** One stage for all tests of a file; each of them clears it when it is done. */
export function useStage(): Stage {
  const stage = new Stage();
  before(() => stage.start());
  after(() => stage.stop());
  return stage;
}

import { after, afterEach, before } from 'node:test';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import type { LocalTwilio } from '../../demo/local-twilio/index.js';
import { startDemo } from '../../demo/server/start-demo.js';
import type { Demo } from '../../demo/server/start-demo.js';
import { findFirefox, firefoxPreferences } from '../../scripts/firefox.mjs';
import type { TwilioPhone } from '../../src/index.js';
import { PulseAudio } from '../support/pulse-audio.js';
import type { Loudspeaker } from '../support/pulse-audio.js';
import { watchPress } from './press-in-toast.js';
import { until } from './until.js';

/** What the microphone hums. */
export const HUM_IN_HERTZ = 500;

/**
 * The portal in Firefox, with a real microphone and a real loudspeaker of a PulseAudio daemon: without one, Firefox
 * starts no AudioContext. Playwright wants a Firefox of its own; this drives Debian's, over WebDriver BiDi.
 */
export class FirefoxStage {
  readonly speakers: Loudspeaker;
  readonly localTwilio: LocalTwilio;
  readonly #pulse: PulseAudio;
  readonly #demo: Demo;
  readonly #browser: Browser;
  #page: Page | null = null;
  /** What went wrong in the page, in its own words. */
  #errors: string[] = [];

  private constructor(pulse: PulseAudio, speakers: Loudspeaker, demo: Demo, browser: Browser) {
    if (!demo.localTwilio) throw new Error('There is no local Twilio.');
    this.speakers = speakers;
    this.localTwilio = demo.localTwilio;
    this.#pulse = pulse;
    this.#demo = demo;
    this.#browser = browser;
  }

  static async start(): Promise<FirefoxStage> {
    const pulse = await PulseAudio.start();
    const speakers = await pulse.buildIn('Speakers', 'BuiltIn', HUM_IN_HERTZ);
    const demo = await startDemo();
    const browser = await launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      env: { ...process.env, PULSE_SERVER: pulse.server },
      extraPrefsFirefox: firefoxPreferences,
    });
    return new FirefoxStage(pulse, speakers, demo, browser);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#demo.stop();
    await this.#pulse.stop();
  }

  get page(): Page {
    if (!this.#page) throw new Error('The portal is not open.');
    return this.#page;
  }

  get errors(): readonly string[] {
    return this.#errors;
  }

  /** The portal, ready for calls, with a microphone whose hum is not taken for noise. */
  async openPortal(): Promise<void> {
    this.#errors = [];
    this.#page = await this.#browser.newPage();
    this.#page.on('pageerror', (error) => this.#errors.push(String(error)));
    // tsx keeps the names of functions with a helper that no page has.
    await this.#page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    await this.#page.goto(this.#demo.portalAddress);
    await this.#page.evaluate(async () => {
      await document.querySelector<TwilioPhone>('twilio-phone')?.controller?.audio.changeSettings({
        noiseSuppression: false,
        echoCancellation: false,
        autoGainControl: false,
      });
    });
    await this.see('Ready for calls');
  }

  /** Closes the portal; its call and its registration end with it. */
  async clear(): Promise<void> {
    await this.localTwilio.misbehave({ do: 'behave' });
    await this.#page?.close();
    this.#page = null;
  }

  /** Waits until the page shows these words, in whatever shadow they stand. */
  async see(words: string): Promise<void> {
    await until(`"${words}" is to be read`, async () => (await this.page.evaluate(readAll)).includes(words));
  }

  /** Whether the focus is somewhere in an element of this name. */
  async isFocused(tag: string): Promise<boolean> {
    return this.page.evaluate((name) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot && focused.localName !== name) focused = focused.shadowRoot.activeElement;
      return focused?.localName === name && focused.shadowRoot?.activeElement !== null;
    }, tag);
  }

  /** Clicks a button as a hand would, once it can be. */
  async press(name: string): Promise<void> {
    const { x, y } = await until(`a button "${name}"`, () => this.page.evaluate(findButton, name));
    await this.page.mouse.click(x, y);
  }

  /** Presses "Answer", again where the toast takes the press for an accident. */
  async answer(): Promise<void> {
    await this.see('Answer');
    await this.page.evaluate(watchPress, 'call-answer-request' as const);
    await until('"Answer" takes a press', async () => {
      await this.press('Answer');
      return this.page.evaluate(() => window.wasPressTaken);
    });
  }

  async callStatus(): Promise<string | null> {
    return this.page.evaluate(
      () => document.querySelector<TwilioPhone>('twilio-phone')?.getCurrentCallState()?.status ?? null,
    );
  }
}

/** One stage for all tests of a file; the portal is opened anew for each. */
export function useFirefox(): () => FirefoxStage {
  let stage: FirefoxStage | null = null;
  before(async () => (stage = await FirefoxStage.start()));
  afterEach(() => stage?.clear());
  after(() => stage?.stop());
  return () => {
    if (!stage) throw new Error('The stage is not set.');
    return stage;
  };
}

/** Runs in the page: the middle of a button that can be pressed and has come to rest, by its name. */
async function findButton(name: string): Promise<{ readonly x: number; readonly y: number } | null> {
  const buttonsIn = (root: Document | ShadowRoot): HTMLButtonElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLButtonElement ? [element] : []),
      ...(element.shadowRoot ? buttonsIn(element.shadowRoot) : []),
    ]);
  const button = buttonsIn(document).find(
    (other) =>
      (other.ariaLabel ?? other.innerText).trim() === name &&
      !other.disabled &&
      other.ariaDisabled !== 'true' &&
      other.getClientRects().length > 0,
  );
  if (!button) return null;
  const { x, y, width, height } = button.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const later = button.getBoundingClientRect();
  if (later.x !== x || later.y !== y) return null;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Runs in the page: all text that is shown. */
function readAll(): string {
  const textsIn = (root: Document | ShadowRoot): string[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      ...(element.childElementCount === 0 && element.getClientRects().length > 0 ? [element.innerText] : []),
      ...(element.shadowRoot ? textsIn(element.shadowRoot) : []),
    ]);
  return textsIn(document).join('\n');
}

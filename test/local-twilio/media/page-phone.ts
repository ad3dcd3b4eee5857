import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

import { browserArguments } from '../../../scripts/browser-arguments.mjs';
import { findBrowser } from '../../../scripts/browser.mjs';
import { dominantFrequency, levelAt, rms } from '../../support/measure-sound.js';

/** Sound in numbers: the loudest frequency, its level, and the level altogether. */
export interface Measured {
  readonly frequency: number;
  readonly level: number;
  readonly rms: number;
}

const scriptPath = fileURLToPath(new URL('page-phone.js', import.meta.url));

/** Starts the browser that this machine has. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser was found. Set CHROME_PATH.');
  return chromium.launch({ executablePath, args: browserArguments });
}

/** A page that talks as the Voice SDK does, and says a tone. */
export class PagePhone {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser, frequencyInHertz: number, peak = 0.3): Promise<PagePhone> {
    const page = await browser.newPage();
    await page.addScriptTag({ path: scriptPath });
    const phone = new PagePhone(page);
    await phone.#call('start', { frequencyInHertz, peak });
    return phone;
  }

  /** Throws away the peer connection and makes a new one. */
  connect(): Promise<void> {
    return this.#call('connect');
  }

  offer(settings: { iceRestart?: boolean } = {}): Promise<string> {
    return this.#call('offer', settings);
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#call('acceptAnswer', sdp);
  }

  answerOffer(sdp: string): Promise<string> {
    return this.#call('answerOffer', sdp);
  }

  mute(isMuted: boolean): Promise<void> {
    return this.#call('mute', isMuted);
  }

  press(digits: string): Promise<void> {
    return this.#call('press', digits);
  }

  connectionState(): Promise<RTCPeerConnectionState> {
    return this.#call('connectionState');
  }

  usedUsernameFragment(): Promise<string | null> {
    return this.#call('usedUsernameFragment');
  }

  /** What the page hears at this moment. */
  async hears(): Promise<Measured> {
    const heard = await this.#call<{ samples: number[]; sampleRateInHertz: number }>('heard');
    return measure(heard.samples, heard.sampleRateInHertz);
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  #call<Answer>(name: string, parameter?: unknown): Promise<Answer> {
    return this.#page.evaluate(`pagePhone.${name}(${JSON.stringify(parameter) ?? ''})`);
  }
}

/** Samples in numbers. */
export function measure(samples: Int16Array | readonly number[], sampleRateInHertz: number): Measured {
  const frequency = dominantFrequency(samples, sampleRateInHertz);
  return { frequency, level: levelAt(samples, frequency, sampleRateInHertz), rms: rms(samples) };
}

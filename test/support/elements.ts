/** What tests of elements share: waiting for a paint, the mouse, and a phone that composes fakes. */
import { sendMouse } from '@web/test-runner-commands';
import type { AttentionOptions } from '../../src/core/call-attention.js';
import type { CallController } from '../../src/core/call-controller.js';
import type {
  PhoneComposer,
  PhonePart,
  PhoneSettings,
  TokenSettings,
} from '../../src/elements/shared/phone-composer.js';
import { TestAttention } from './test-attention.js';
import { FakeClock } from './fake-clock.js';
import { FakeTokenSource } from './fake-ports.js';
import { TestPhone } from './test-phone.js';

/** Waits until everything that is due has been rendered. */
export async function rendered(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Waits until a condition holds; the runner's own timeout ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await rendered();
}

/** Presses the real mouse in the middle of an element. */
export async function clickWithMouse(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await rendered();
}

/** Composes phones of fakes, and remembers what it was asked for. */
export class TestComposer implements PhoneComposer {
  readonly clock = new FakeClock();
  readonly phones: TestPhone[] = [];
  readonly settings: PhoneSettings[] = [];
  readonly tokenSettings: TokenSettings[] = [];
  /** Set to make the next load fail. */
  failure: Error | null = null;
  attentionLoads = 0;
  /** The parts that were asked for, each time that they were. */
  readonly loadedParts: PhonePart[] = [];
  /** What was made last to attract attention. */
  attention: TestAttention | null = null;

  async loadMaker() {
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return {
      createPhone: (settings: PhoneSettings): CallController => {
        const phone = new TestPhone();
        this.settings.push(settings);
        this.phones.push(phone);
        return phone.controller;
      },
      createTokens: (settings: TokenSettings) => {
        this.tokenSettings.push(settings);
        return new FakeTokenSource();
      },
    };
  }

  loadAttention() {
    this.attentionLoads += 1;
    return Promise.resolve({
      attractAttention: (options: AttentionOptions) => {
        this.attention = new TestAttention(options);
        return this.attention;
      },
    });
  }

  readonly parts = {
    'incoming-call-toast': () => this.#load('incoming-call-toast'),
    'call-controls': () => this.#load('call-controls'),
    'call-quality': () => this.#load('call-quality'),
    'call-feedback': () => this.#load('call-feedback'),
    'phone-dialer': () => this.#load('phone-dialer'),
    'phone-panels': () => this.#load('phone-panels'),
    'phone-trouble': () => this.#load('phone-trouble'),
  };

  /** The phone that was made last. */
  get phone(): TestPhone {
    const phone = this.phones.at(-1);
    if (!phone) throw new Error('No phone has been made yet.');
    return phone;
  }

  #load(part: PhonePart): Promise<unknown> {
    return Promise.resolve(this.loadedParts.push(part));
  }
}

/** Catches what is said on the console as a warning while the work is done. */
export async function warningsDuring(work: () => unknown): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

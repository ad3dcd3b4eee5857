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

/** Composes phones of fakes, and remembers what it was asked for. */
export class TestComposer implements PhoneComposer {
  readonly clock = new FakeClock();
  /** What the browser keeps of the docks: what a test put there, or a phone. */
  kept: unknown;
  readonly dockMemory = { load: () => this.kept, save: (value: unknown) => void (this.kept = value) };
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

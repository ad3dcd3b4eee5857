import type { LatePhoneCallsKit, PhoneCallsKit } from '../../src/core/late-calls.js';
import { PhoneCalls } from '../../src/core/phone-calls.js';
import type { PhoneError } from '../../src/core/phone-error.js';

/** Makes the half that knows calls: there from the beginning, unless a test keeps it away. */
export class FakeCallsKit implements LatePhoneCallsKit {
  current: PhoneCallsKit | null = callsKit;
  loads = 0;
  /** Set to make the next `load()` reject with it. */
  failure: PhoneError | null = null;
  readonly #waiting: (() => void)[] = [];

  async load(): Promise<PhoneCallsKit> {
    this.loads += 1;
    if (this.failure) throw this.failure;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return (this.current = callsKit);
  }

  /** Ends every `load()` under way. */
  come(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

const callsKit: PhoneCallsKit = { createCalls: (parts) => new PhoneCalls(parts) };

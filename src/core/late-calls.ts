/**
 * Stands where the phone's half that knows calls will be. Until it is there no call is, so there is nothing to
 * ask of one; a call that arrives, or a command to place one, waits for it.
 */
import type { CallQuality } from './call-quality.js';
import type { PhoneCalls, PhoneCallsParts } from './phone-calls.js';
import type { PhoneFact } from './phone-fact.js';
import { canPhone } from './phone-rules.js';
import type { Command } from './phone-state.js';
import type { CallPort, Unsubscribe } from './ports.js';

/** Makes that half. */
export interface PhoneCallsKit {
  createCalls(parts: PhoneCallsParts): PhoneCalls;
}

/** Where it comes from. */
export interface LatePhoneCallsKit {
  /** Null while it is not there. */
  readonly current: PhoneCallsKit | null;
  /** Rejects with `sdk-load-failed`; asked again, it tries again. */
  load(): Promise<PhoneCallsKit>;
}

export class LateCalls {
  readonly #kit: LatePhoneCallsKit;
  readonly #parts: PhoneCallsParts;
  #made: PhoneCalls | null = null;

  constructor(kit: LatePhoneCallsKit, parts: PhoneCallsParts) {
    this.#kit = kit;
    this.#parts = parts;
  }

  /** Whether a command would be taken now. */
  can(command: Command, callId?: string): boolean {
    return this.#made ? this.#made.can(command, callId) : canPhone(this.#parts.store.getState(), command);
  }

  /** Does something about calls: at once where that half is there, for a click's rights end soon. */
  async wish<Result>(act: (calls: PhoneCalls) => Result | Promise<Result>): Promise<Result> {
    const kit = this.#kit.current ?? (await this.#kit.load());
    return act((this.#made ??= kit.createCalls(this.#parts)));
  }

  /** Somebody calls. Where that half does not come, the call is left to ring elsewhere. */
  take(port: CallPort): void {
    this.wish((calls) => (this.#isOver ? port.ignore() : calls.take(port))).catch((reason: unknown) => {
      port.ignore();
      this.#parts.report(`A call could not be taken: ${String(reason)}`);
    });
  }

  /** Nothing is heard of a call that nobody knows. */
  watchQuality(callId: string, listener: (samples: readonly CallQuality[]) => void): Unsubscribe {
    return this.#made?.watchQuality(callId, listener) ?? (() => undefined);
  }

  /** A fact, after the state has it. */
  hear(fact: PhoneFact): void {
    this.#made?.hear(fact);
  }

  /** The device is gone, and every call with it. */
  clear(): void {
    this.#made?.clear();
  }

  get #isOver(): boolean {
    return this.#parts.store.getState().device.status === 'destroyed';
  }
}

import type { CallLife } from './call-record.js';
import type { PhoneError } from './phone-error.js';
import type { CallFact } from './phone-fact.js';
import type { CallState } from './phone-state.js';
import type { ClockPort } from './ports.js';
import { Stopwatch } from './stopwatch.js';

/** What is noted of one call while it lives, because its last state does not tell it any more. */
export class CallNotes {
  readonly #clock: ClockPort;
  readonly #beganAt: number;
  readonly #hold = new Stopwatch();
  readonly #mute = new Stopwatch();
  readonly #warnings = new Set<string>();
  readonly #errors: PhoneError[] = [];
  readonly #cameWhileBusy: boolean;
  #ringingAt: number | null;
  #openedAt: number | null = null;
  #endedAt: number | null = null;
  #reconnectCount = 0;
  #isEndWished = false;

  constructor(call: CallState, clock: ClockPort, cameWhileBusy: boolean) {
    this.#clock = clock;
    this.#beganAt = clock.monotonicNow();
    this.#cameWhileBusy = cameWhileBusy;
    this.#ringingAt = call.direction === 'INCOMING' ? call.createdAt : null;
  }

  /** The call as it is now. A wish to hang up leaves no trace in the state that it leads to. */
  see(call: CallState): void {
    this.#isEndWished = call.pending.includes('endCall');
  }

  /** A fact about the call. */
  hear({ type, call }: CallFact): void {
    const at = this.#clock.monotonicNow();
    if (type === 'call-ringing') this.#ringingAt ??= this.#clock.now();
    if (type === 'call-reconnecting') this.#reconnectCount += 1;
    if (call.openedAt !== null) this.#openedAt ??= at;
    this.#hold.turn(call.isOnHold, at);
    this.#mute.turn(call.isMuted, at);
    for (const warning of call.warnings) this.#warnings.add(warning);
    if (call.error && call.error !== this.#errors.at(-1)) this.#errors.push(call.error);
    if (call.status === 'closed') this.#endedAt ??= at;
  }

  /** What there is to tell of a call that is over. */
  summarize(): CallLife {
    const endedAt = this.#endedAt ?? this.#clock.monotonicNow();
    const openedAt = this.#openedAt ?? endedAt;
    return {
      ringingAt: this.#ringingAt,
      waitInMilliseconds: openedAt - this.#beganAt,
      talkInMilliseconds: endedAt - openedAt,
      holdInMilliseconds: this.#hold.total,
      muteInMilliseconds: this.#mute.total,
      reconnectCount: this.#reconnectCount,
      warnings: [...this.#warnings],
      errors: [...this.#errors],
      cameWhileBusy: this.#cameWhileBusy,
      wasHungUpHere: this.#isEndWished,
    };
  }
}

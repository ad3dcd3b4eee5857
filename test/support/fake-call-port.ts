import type { CallFeedback } from '../../src/core/call-feedback.js';
import type { CallQuality } from '../../src/core/call-quality.js';
import { Listeners } from '../../src/core/listeners.js';
import type { PhoneError } from '../../src/core/phone-error.js';
import type { CallDirection } from '../../src/core/phone-state.js';
import type { CallPort, CallPortEvent, Unsubscribe } from '../../src/core/ports.js';
import { QualityRecord } from '../../src/core/quality-record.js';

export interface FakeCallOptions {
  readonly direction?: CallDirection;
  readonly from?: string;
  readonly to?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly isHoldAvailable?: boolean;
  readonly isFeedbackPossible?: boolean;
  /** Write commands down and do nothing: the test emits what follows. */
  readonly hesitates?: boolean;
}

/** One call of the fake network. */
export class FakeCallPort implements CallPort {
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly isHoldAvailable: boolean;
  readonly isFeedbackPossible: boolean;
  /** What `measure()` was told. */
  readonly quality = new QualityRecord();
  /** Set to make `reconnectSound()` and `sendFeedback()` reject with it. */
  failure: PhoneError | null = null;
  /** Every command that reached this call, in order, as `name` or `name(argument)`. */
  readonly commands: string[] = [];
  hesitates: boolean;
  readonly #listeners = new Listeners<CallPortEvent>();
  #backlog: CallPortEvent[] | null = [];

  constructor(options: FakeCallOptions = {}) {
    this.direction = options.direction ?? 'INCOMING';
    this.from = options.from ?? '+14155550100';
    this.to = options.to ?? 'client:alice';
    this.parameters = options.parameters ?? {};
    this.isHoldAvailable = options.isHoldAvailable ?? true;
    this.isFeedbackPossible = options.isFeedbackPossible ?? true;
    this.hesitates = options.hesitates ?? false;
  }

  subscribe(listener: (event: CallPortEvent) => void): Unsubscribe {
    const unsubscribe = this.#listeners.subscribe(listener);
    const backlog = this.#backlog ?? [];
    this.#backlog = null;
    for (const event of backlog) listener(event);
    return unsubscribe;
  }

  /** Something happens to the call. */
  emit(event: CallPortEvent): void {
    if (event.type === 'warning') this.quality.noteWarning(event.name);
    if (this.#backlog) this.#backlog.push(event);
    else this.#listeners.emit(event);
  }

  get listenerCount(): number {
    return this.#listeners.count;
  }

  accept(): void {
    this.#obey('accept', { type: 'connecting' });
    this.#obeyLater({ type: 'accept', parameters: this.parameters });
  }

  reject(): void {
    this.#obey('reject', { type: 'reject' });
  }

  ignore(): void {
    this.#obey('ignore', { type: 'ignore' });
  }

  disconnect(): void {
    this.#obey('disconnect', { type: 'disconnect' });
  }

  mute(shouldMute: boolean): void {
    this.#obey(`mute(${shouldMute})`, { type: 'mute', isMuted: shouldMute });
  }

  hold(shouldHold: boolean): void {
    this.#obey(`hold(${shouldHold})`, { type: 'hold', isOnHold: shouldHold });
  }

  sendDigits(digits: string): void {
    this.commands.push(`sendDigits(${digits})`);
  }

  async reconnectSound(): Promise<void> {
    this.commands.push('reconnectSound');
    await Promise.resolve();
    if (this.failure) throw this.failure;
  }

  async sendFeedback(feedback: CallFeedback): Promise<void> {
    this.commands.push(`sendFeedback(${feedback.score}, ${feedback.issue})`);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    if (!this.hesitates) this.emit({ type: 'feedback', feedback });
  }

  /** A second of the call was measured. */
  measure(sample: CallQuality): void {
    this.quality.add(sample);
  }

  watchQuality(listener: (samples: readonly CallQuality[]) => void): Unsubscribe {
    return this.quality.watch(listener);
  }

  summarizeQuality() {
    return this.quality.summarize();
  }

  #obey(command: string, event: CallPortEvent): void {
    this.commands.push(command);
    if (!this.hesitates) this.emit(event);
  }

  #obeyLater(event: CallPortEvent): void {
    if (!this.hesitates) queueMicrotask(() => this.emit(event));
  }
}

/**
 * The outside world, scripted. A fake call does what the real one does (a contract test compares the two)
 * until it is told to `hesitate`: then commands are only written down, and the test emits the events.
 */
import type {
  CallPort,
  DevicePort,
  DevicePortEvent,
  MicrophonePort,
  RingerPort,
  TokenAnswer,
  TokenSource,
  Unsubscribe,
} from '../../src/core/ports.js';
import type { PhoneError } from '../../src/core/phone-error.js';
import { Listeners } from '../../src/core/listeners.js';
import { FakeCallPort } from './fake-call-port.js';
import type { FakeCallOptions } from './fake-call-port.js';

export { FakeCallPort };
export type { FakeCallOptions };

/** The fake network itself. */
export class FakeDevicePort implements DevicePort {
  /** Every command that reached the device, in order. Tokens appear as they are: they are fakes too. */
  readonly commands: string[] = [];
  /** Calls placed from here, newest last. */
  readonly placedCalls: FakeCallPort[] = [];
  hesitates = false;
  /** Set to give the phone a line that can be silent. */
  lastWordAt: number | null = null;
  /** Set to make the next `register()` or `makeCall()` reject with it. */
  failure: PhoneError | null = null;
  readonly #listeners = new Listeners<DevicePortEvent>();

  subscribe(listener: (event: DevicePortEvent) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  emit(event: DevicePortEvent): void {
    this.#listeners.emit(event);
  }

  get listenerCount(): number {
    return this.#listeners.count;
  }

  /** Somebody calls. */
  ring(options: FakeCallOptions = {}): FakeCallPort {
    const call = new FakeCallPort(options);
    this.emit({ type: 'incoming', call });
    return call;
  }

  async register(answer: TokenAnswer): Promise<void> {
    this.commands.push(`register(${answer.token})`);
    if (this.failure) throw this.failure;
    if (this.hesitates) return;
    this.emit({ type: 'registering' });
    await Promise.resolve();
    this.emit({ type: 'registered', identity: 'alice', edge: 'ashburn' });
  }

  async unregister(): Promise<void> {
    this.commands.push('unregister');
    await Promise.resolve();
    if (!this.hesitates) this.emit({ type: 'unregistered' });
  }

  dropConnection(): void {
    this.commands.push('dropConnection');
    this.lastWordAt = null;
    this.emit({ type: 'unregistered' });
  }

  updateToken(answer: TokenAnswer): void {
    this.commands.push(`updateToken(${answer.token})`);
  }

  async makeCall(answer: TokenAnswer, parameters: Readonly<Record<string, string>>): Promise<CallPort> {
    this.commands.push(`makeCall(${answer.token}, ${JSON.stringify(parameters)})`);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    const call = new FakeCallPort({
      direction: 'OUTGOING',
      from: 'client:alice',
      to: parameters['To'] ?? '',
      parameters,
      hesitates: this.hesitates,
    });
    this.placedCalls.push(call);
    return call;
  }

  destroy(): void {
    this.commands.push('destroy');
    this.emit({ type: 'destroyed' });
  }
}

/** A microphone that opens, unless it is given a failure. */
export class FakeMicrophone implements MicrophonePort {
  failure: PhoneError | null = null;
  acquired = 0;
  released = 0;
  granted = true;
  #answer: (() => void) | null = null;
  /** Set to keep `acquire()` waiting, as the browser's prompt does, until `answerPrompt()`. */
  prompts = false;

  async acquire(): Promise<void> {
    this.acquired += 1;
    if (this.prompts) await new Promise<void>((resolve) => (this.#answer = resolve));
    if (this.failure) throw this.failure;
  }

  isGranted(): Promise<boolean> {
    return Promise.resolve(this.granted);
  }

  answerPrompt(): void {
    this.#answer?.();
  }

  release(): void {
    this.released += 1;
  }
}

/** A bell that only says whether it rings. */
export class FakeRinger implements RingerPort {
  isRinging = false;
  announcements = 0;
  readonly #listeners = new Listeners<boolean>();

  start(): void {
    this.isRinging = true;
  }

  stop(): void {
    this.isRinging = false;
  }

  subscribe(listener: (isSoundBlocked: boolean) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  get listenerCount(): number {
    return this.#listeners.count;
  }

  announce(): void {
    this.announcements += 1;
  }

  setBlocked(isSoundBlocked: boolean): void {
    this.#listeners.emit(isSoundBlocked);
  }
}

/** A token endpoint: `token-1`, `token-2` and so on, or the failures queued before. */
export class FakeTokenSource implements TokenSource {
  requests = 0;
  aborted = 0;
  lifetimeInSeconds: number | null = 3600;
  /** Whether calls may come with the next token, where it says so. */
  isIncomingAllowed: boolean | undefined = undefined;
  /** Each is used once, in order; after them tokens are given again. */
  readonly failures: PhoneError[] = [];
  /** Set to keep requests waiting until `settle()`. */
  hesitates = false;
  readonly #waiting: (() => void)[] = [];

  requestToken() {
    this.requests += 1;
    const token = `token-${this.requests}`;
    const failure = this.failures.shift();
    const issuedAt = this.requests;
    const lifetimeInSeconds = this.lifetimeInSeconds;
    const grants = this.isIncomingAllowed === undefined ? {} : { isIncomingAllowed: this.isIncomingAllowed };
    const answer = (async (): Promise<TokenAnswer> => {
      if (this.hesitates) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (failure) throw failure;
      return { token, lifetimeInSeconds, issuedAt, edge: null, ...grants };
    })();
    return { answer, abort: () => (this.aborted += 1) };
  }

  settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** Lets every promise that can settle now do so. No time passes. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

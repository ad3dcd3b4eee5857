/** A whole phone without a browser: the controller, the fakes around it, and all that it said. */
import { CallController } from '../../src/core/call-controller.js';
import { CallLog } from '../../src/core/call-log.js';
import type { CallRecord } from '../../src/core/call-record.js';
import type { PhoneFact } from '../../src/core/phone-fact.js';
import type { CallState, DeviceState, PhoneState } from '../../src/core/phone-state.js';
import { FakeAudioDevices } from './fake-audio-devices.js';
import { FakeCallsKit } from './fake-calls-kit.js';
import { FakeCallHistory } from './fake-call-history.js';
import { FakeClock } from './fake-clock.js';
import { FakeDiagnostics } from './fake-diagnostics.js';
import { FakeDevicePort, FakeMicrophone, FakeRinger, FakeTokenSource, settle } from './fake-ports.js';
import type { FakeCallOptions, FakeCallPort } from './fake-ports.js';

export interface TestPhoneOptions {
  readonly tokens?: FakeTokenSource | null;
  /** Two phones with the same one are two tabs of a browser. */
  readonly storage?: FakeCallHistory;
  /** Default: one that stands still at the beginning of 2026. */
  readonly clock?: FakeClock;
}

export class TestPhone {
  readonly device = new FakeDevicePort();
  readonly calls = new FakeCallsKit();
  readonly tokens = new FakeTokenSource();
  readonly microphone = new FakeMicrophone();
  readonly ringer = new FakeRinger();
  readonly audio = new FakeAudioDevices();
  readonly clock: FakeClock;
  readonly storage: FakeCallHistory;
  readonly log: CallLog;
  readonly diagnostics: FakeDiagnostics;
  /** Every fact, in the order in which it was told. */
  readonly facts: PhoneFact[] = [];
  /** Everything that was reported as unexpected. */
  readonly reports: string[] = [];
  /** What the dice show: half of the spread, unless a test says otherwise. */
  chance = 0.5;
  readonly controller: CallController;
  #calls = 0;

  constructor(options: TestPhoneOptions = {}) {
    this.clock = options.clock ?? new FakeClock();
    this.diagnostics = new FakeDiagnostics(this.clock);
    this.storage = options.storage ?? new FakeCallHistory();
    this.log = new CallLog(this.clock, () => Promise.resolve(this.storage));
    this.controller = new CallController({
      device: this.device,
      calls: this.calls,
      tokens: options.tokens === undefined ? this.tokens : options.tokens,
      microphone: this.microphone,
      ringer: this.ringer,
      audio: this.audio,
      log: this.log,
      loadDiagnostics: () => Promise.resolve(this.diagnostics),
      clock: this.clock,
      random: () => this.chance,
      createId: () => `call-${(this.#calls += 1)}`,
      reportUnexpected: (report) => this.reports.push(report),
    });
    this.controller.subscribeToFacts((fact) => this.facts.push(fact));
  }

  get state(): PhoneState {
    return this.controller.getState();
  }

  get deviceState(): DeviceState {
    return this.state.device;
  }

  /** The only call, or the one that ended last. */
  get call(): CallState {
    const call = this.state.calls[0] ?? this.state.lastCall;
    if (!call) throw new Error('There is no call.');
    return call;
  }

  get factTypes(): readonly string[] {
    return this.facts.map(({ type }) => type);
  }

  /** What was told of calls that are over. */
  get records(): readonly CallRecord[] {
    return this.facts.flatMap((fact) => (fact.type === 'call-log' ? [fact.record] : []));
  }

  /** How often a fact was told. */
  count(type: PhoneFact['type']): number {
    return this.facts.filter((fact) => fact.type === type).length;
  }

  /** Somebody calls. */
  ring(options: FakeCallOptions = {}): FakeCallPort {
    return this.device.ring(options);
  }

  /** Somebody calls, and is answered. */
  async talk(options: FakeCallOptions = {}): Promise<FakeCallPort> {
    const port = this.ring(options);
    await this.controller.answerCall();
    return port;
  }

  /** Lets time pass, and everything that follows from it happen. */
  async pass(milliseconds: number): Promise<void> {
    this.clock.tick(milliseconds);
    await settle();
  }
}

/** A phone that is registered, and has nothing to tell yet. */
export async function registeredPhone(options: TestPhoneOptions = {}): Promise<TestPhone> {
  const phone = new TestPhone(options);
  await phone.controller.register();
  phone.facts.length = 0;
  phone.device.commands.length = 0;
  return phone;
}

/** Watches a promise without waiting for it. */
export function watch(promise: Promise<unknown>): { outcome: string } {
  const watched = { outcome: 'pending' };
  promise.then(
    (value) =>
      (watched.outcome =
        value === undefined
          ? 'fulfilled'
          : `fulfilled with ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    (error: unknown) => (watched.outcome = `rejected: ${(error as { code?: string }).code ?? String(error)}`),
  );
  return watched;
}

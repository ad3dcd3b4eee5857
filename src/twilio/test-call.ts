import type { Pending, TestCallFindings } from '../core/diagnostics.js';
import { PhoneError } from '../core/phone-error.js';
import type { ClockPort, TokenAnswer, Unsubscribe } from '../core/ports.js';
import { watchLevel } from '../media/level-meter.js';
import { createTestTone } from '../media/test-tone.js';
import { chooseVoiceSdk } from './choose-voice-sdk.js';
import { deviceOptions } from './device-options.js';
import { toPhoneError } from './to-phone-error.js';
import type {
  LogLevel,
  PreflightVoiceSdk,
  VoiceSdk,
  VoiceSdkCall,
  VoiceSdkPreflight,
  VoiceSdkPreflightReport,
} from './voice-sdk.js';
import { createTestDevice } from './test-device.js';

/** Enough for the SDK to measure, once a second, what it measures. */
export const MEASURING_TIME_IN_MILLISECONDS = 7_000;
/** The tone comes back much louder than this, on the meter's scale. */
const AUDIBLE_LEVEL = 0.3;

export interface TestCallOptions {
  readonly clock: ClockPort;
  readonly answer: TokenAnswer;
  readonly edge: string | null;
  readonly logLevel: LogLevel;
}

/**
 * Places a call of the SDK's preflight test to a backend that answers it with an echo, and measures it. Rejects
 * with a `PhoneError`. Nobody's voice is sent, nothing is heard here, and the registered device notices nothing.
 */
export function placeTestCall(options: TestCallOptions): Pending<TestCallFindings> {
  const call = new TestCall(options);
  return { result: call.run(), abort: () => call.abort() };
}

class TestCall {
  readonly #options: TestCallOptions;
  readonly #tone = createTestTone();
  readonly #undos: Unsubscribe[] = [() => this.#tone.stop()];
  #preflight: VoiceSdkPreflight | null = null;
  #call: VoiceSdkCall | null = null;
  #error: unknown = null;
  #isConnected = false;
  #isHeardBack = false;
  #isAborted = false;

  constructor(options: TestCallOptions) {
    this.#options = options;
  }

  async run(): Promise<TestCallFindings> {
    try {
      const sdk = await chooseVoiceSdk(this.#options.logLevel)();
      if (this.#isAborted) throw new PhoneError('invalid-state', 'The test call was given up.');
      return this.#conclude(await this.#measure(sdk as VoiceSdk & PreflightVoiceSdk));
    } catch (error) {
      throw toPhoneError(this.#error ?? error, 'call-failed');
    } finally {
      this.#preflight = null;
      for (const undo of this.#undos.splice(0)) undo();
    }
  }

  abort(): void {
    this.#isAborted = true;
    this.#preflight?.stop();
  }

  #measure(sdk: VoiceSdk & PreflightVoiceSdk): Promise<VoiceSdkPreflightReport> {
    const { answer, edge, logLevel, clock } = this.#options;
    const { stream } = this.#tone;
    const choices = { edge: answer.edge ?? edge, logLevel, publishEvents: false };
    const deviceFactory = createTestDevice(sdk, {
      // Each device stops what it was given.
      options: deviceOptions(choices, () => Promise.resolve(stream.clone())),
      onCall: (call) => this.#take(call),
    });
    return new Promise((resolve, reject) => {
      const preflight = sdk.Device.runPreflight(answer.token, { deviceFactory, logLevel });
      this.#preflight = preflight;
      preflight.on('connected', () => {
        this.#isConnected = true;
        this.#undos.push(clock.schedule(MEASURING_TIME_IN_MILLISECONDS, () => this.#call?.disconnect()));
      });
      preflight.on('completed', resolve);
      preflight.on('failed', reject);
    });
  }

  #take(call: VoiceSdkCall): void {
    this.#call = call;
    call.on('error', (error) => (this.#error ??= error));
    // An echo of the tone is nothing that anybody wants to hear.
    call.on('audio', (element) => {
      element.muted = true;
      this.#listen();
    });
  }

  /** The SDK says `audio` for each stream that it is about to play, and for one that is not there yet. */
  #listen(): void {
    const stream = this.#call?.getRemoteStream();
    if (!stream) return;
    const notice = (level: number) => (this.#isHeardBack ||= level >= AUDIBLE_LEVEL);
    this.#undos.push(watchLevel(stream, this.#options.clock, notice));
  }

  #conclude(report: VoiceSdkPreflightReport): TestCallFindings {
    if (!this.#isConnected) throw new PhoneError('call-failed', 'The test call was not answered.');
    const { stats, totals, warnings } = report;
    return {
      edge: report.edge ?? null,
      callSid: report.callSid ?? null,
      isHeardBack: this.#isHeardBack,
      roundTripInMilliseconds: stats?.rtt.average ?? null,
      jitterInMilliseconds: stats?.jitter.average ?? null,
      lossInPercent: totals ? lossOf(totals) : null,
      mos: stats?.mos.average ?? null,
      isRelayed: report.isTurnRequired ?? null,
      warnings: warnings.map(({ name }) => name),
    };
  }
}

function lossOf({ packetsLost, packetsReceived }: { packetsLost: number; packetsReceived: number }): number {
  const sent = packetsLost + packetsReceived;
  return sent === 0 ? 100 : (packetsLost / sent) * 100;
}

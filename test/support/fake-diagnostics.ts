/** What a check of the phone finds, as a test sets it. Everything is as it should be until the test says otherwise. */
import type {
  CheckState,
  DiagnosticsPort,
  PageFindings,
  Pending,
  TestCallFindings,
  TokenFindings,
} from '../../src/core/diagnostics.js';
import type { PhoneError } from '../../src/core/phone-error.js';
import type { ClockPort } from '../../src/core/ports.js';

export class FakeDiagnostics implements DiagnosticsPort {
  readonly clock: ClockPort;
  missing: readonly string[] = [];
  page: PageFindings = { isSecure: true, isMicrophoneAllowed: true, isFramed: false };
  token: TokenFindings = {
    isReadable: true,
    lifetimeInSeconds: 3600,
    clockAheadInSeconds: 0,
    mayReceiveCalls: true,
    mayPlaceCalls: true,
    isTestCallOffered: true,
  };
  testCall: TestCallFindings = {
    edge: 'ashburn',
    callSid: null,
    isHeardBack: true,
    roundTripInMilliseconds: 42,
    jitterInMilliseconds: 2,
    lossInPercent: 0,
    mos: 4.4,
    isRelayed: false,
    warnings: [],
  };
  tokenFailure: PhoneError | null = null;
  testCallFailure: PhoneError | null = null;
  /** Set to let a test call last until `endTestCall()`. */
  hesitates = false;
  /** What is under way, by name; what was given up, too. */
  readonly log: string[] = [];
  /** What was reported last. */
  reported: CheckState | null = null;
  #end: () => void = () => undefined;

  constructor(clock: ClockPort) {
    this.clock = clock;
  }

  findMissing(): readonly string[] {
    return this.missing;
  }

  lookAtPage(): PageFindings {
    return this.page;
  }

  requestToken(): Pending<TokenFindings> {
    this.log.push('token');
    const result = this.tokenFailure ? Promise.reject(this.tokenFailure) : Promise.resolve(this.token);
    return { result, abort: () => void this.log.push('token over') };
  }

  placeTestCall(): Pending<TestCallFindings> {
    this.log.push('call');
    return { result: this.#call(), abort: () => void this.log.push('call over') };
  }

  endTestCall(): void {
    this.#end();
  }

  createReport(check: CheckState): string {
    this.reported = check;
    return JSON.stringify({ status: check.status });
  }

  async #call(): Promise<TestCallFindings> {
    if (this.hesitates) await new Promise<void>((resolve) => (this.#end = resolve));
    if (this.testCallFailure) throw this.testCallFailure;
    return this.testCall;
  }
}

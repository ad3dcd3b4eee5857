/** What a check of the phone looks at, what it finds, and what it needs of the world outside for that. */
import type { PhoneError } from './phone-error.js';
import type { ClockPort } from './ports.js';

/** What is looked at, in this order: what comes later rests on what comes before. */
export const checkStepNames = [
  'browser',
  'page',
  'microphone',
  'speaker',
  'token',
  'signalling',
  'media',
] as const;

export type CheckStepName = (typeof checkStepNames)[number];

/** `attention`: it works, but not as it should. `not-tested`: nobody knows. */
export type CheckStepStatus = 'waiting' | 'running' | 'good' | 'attention' | 'failed' | 'not-tested';

/** What was found. The person's words for each live with the other texts of the elements. */
export type CheckFinding =
  | 'browser-complete'
  | 'page-secure'
  | 'microphone-heard'
  | 'microphone-silent'
  | 'microphone-unanswered'
  | 'speaker-found'
  | 'speaker-missing'
  | 'speaker-replaced'
  | 'ring-silent'
  | 'sound-blocked'
  | 'token-good'
  | 'token-unreadable'
  | 'token-short'
  | 'token-without-incoming'
  | 'token-without-outgoing'
  | 'signalling-good'
  | 'do-not-disturb'
  | 'media-good'
  | 'media-poor'
  | 'media-one-way'
  | 'no-test-call'
  | 'rests-on-failure'
  | 'given-up'
  /** What went wrong is in the step's error. */
  | 'trouble';

/** What came of one step. */
export interface CheckResult {
  readonly status: Exclude<CheckStepStatus, 'waiting' | 'running'>;
  readonly finding: CheckFinding;
  /** What was measured, by name: the person's text for the finding may say it. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  readonly error: PhoneError | null;
}

export interface CheckStep {
  readonly name: CheckStepName;
  readonly status: CheckStepStatus;
  /** Null while the step waits or runs. */
  readonly result: CheckResult | null;
}

/** A check, as it was at one moment. */
export interface CheckState {
  /** `interrupted`: by a call, which always goes first. */
  readonly status: 'ready' | 'running' | 'finished' | 'cancelled' | 'interrupted';
  readonly steps: readonly CheckStep[];
  /** Wall clock, milliseconds. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/** Something under way that can be given up. Given up or not, nothing needs to be heard of it any more. */
export interface Pending<Value> {
  readonly result: Promise<Value>;
  abort(): void;
}

/** What can be said of the page. */
export interface PageFindings {
  readonly isSecure: boolean;
  /** False where a Permissions-Policy keeps the page, or the frame that it is in, from the microphone. */
  readonly isMicrophoneAllowed: boolean;
  readonly isFramed: boolean;
}

/** What a token says about itself. The token is not among it. */
export interface TokenFindings {
  /** False for a token that is no JWT: then nobody but Twilio knows what it is worth. */
  readonly isReadable: boolean;
  readonly lifetimeInSeconds: number | null;
  /** By how much this computer's clock is ahead of the server's. It does no harm. */
  readonly clockAheadInSeconds: number | null;
  readonly mayReceiveCalls: boolean | null;
  readonly mayPlaceCalls: boolean | null;
  /** Whether the backend says that it answers test calls. */
  readonly isTestCallOffered: boolean;
}

/** How a test call went that was answered by an echo. */
export interface TestCallFindings {
  readonly edge: string | null;
  readonly callSid: string | null;
  /** Whether what was sent came back. */
  readonly isHeardBack: boolean;
  readonly roundTripInMilliseconds: number | null;
  readonly jitterInMilliseconds: number | null;
  readonly lossInPercent: number | null;
  /** The mean opinion score, 1 to 5. */
  readonly mos: number | null;
  /** True where a relay had to be used, because the network lets no direct way through. */
  readonly isRelayed: boolean | null;
  /** Names of the quality warnings that were raised. */
  readonly warnings: readonly string[];
}

/** A page's and a phone's inside, as far as a check looks into it. Rejects and throws with a `PhoneError`. */
export interface DiagnosticsPort {
  readonly clock: ClockPort;
  /** What calls need and this browser lacks, by the web's own names. */
  findMissing(): readonly string[];
  lookAtPage(): PageFindings;
  /** A new token, which no device gets to see. The next test call is placed with it. */
  requestToken(): Pending<TokenFindings>;
  /** Places a call beside the phone, which stays registered, and measures it for some seconds. */
  placeTestCall(): Pending<TestCallFindings>;
  /** What to send to whoever helps: JSON, without token, number, name or identity. */
  createReport(check: CheckState): string;
}

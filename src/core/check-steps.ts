/** What each step of a check does. Whatever a step rejects with is what went wrong. */
import type { Attempt } from './attempt.js';
import type { AudioDevicesPort } from './audio-devices.js';
import type {
  CheckFinding,
  CheckResult,
  CheckStepName,
  DiagnosticsPort,
  TestCallFindings,
  TokenFindings,
} from './diagnostics.js';
import { PhoneError } from './phone-error.js';
import type { DeviceState, PhoneState } from './phone-state.js';
import type { Unsubscribe } from './ports.js';

/** The browser may ask the person, who may look for the question first. */
export const PERMISSION_PATIENCE_IN_MILLISECONDS = 60_000;
/** Time enough to read that something should be said, and to say it. */
export const LISTENING_TIME_IN_MILLISECONDS = 8_000;
/** Louder than a quiet room, on the meter's scale. */
export const AUDIBLE_LEVEL = 0.3;
/** What asks for the token has a deadline of its own, which is shorter. */
export const TOKEN_PATIENCE_IN_MILLISECONDS = 15_000;
export const SIGNALLING_PATIENCE_IN_MILLISECONDS = 15_000;
/** Longer than a test call lasts, and than it may take to be answered. */
export const TEST_CALL_PATIENCE_IN_MILLISECONDS = 45_000;
/** A token that lives shorter is spent on renewing it. */
export const SHORTEST_USEFUL_LIFETIME_IN_SECONDS = 60;
/** People notice from here on. The loss and the round trip are where the SDK's own warnings begin. */
export const POOR_MOS = 3.5;
export const POOR_LOSS_IN_PERCENT = 3;
export const POOR_ROUND_TRIP_IN_MILLISECONDS = 400;

/** The phone that is checked, as far as its check looks at it. */
export interface CheckedPhone {
  readonly audio: AudioDevicesPort;
  getState(): PhoneState;
  subscribe(listener: (state: PhoneState) => void): Unsubscribe;
  checkConnection(): void;
}

/** What a step has at hand. */
export interface StepContext {
  readonly phone: CheckedPhone;
  readonly port: DiagnosticsPort;
  readonly attempt: Attempt;
  /** Null until it was looked at. */
  readonly token: TokenFindings | null;
  keepToken(token: TokenFindings): void;
}

type Values = CheckResult['values'];

export const checkSteps: Readonly<Record<CheckStepName, (context: StepContext) => Promise<CheckResult>>> = {
  browser: ({ port }) => Promise.resolve(checkBrowser(port)),
  page: ({ port }) => Promise.resolve(checkPage(port)),
  microphone: checkMicrophone,
  speaker: ({ phone }) => Promise.resolve(checkSpeaker(phone)),
  token: checkToken,
  signalling: checkSignalling,
  media: checkMedia,
};

function checkBrowser(port: DiagnosticsPort): CheckResult {
  const missing = port.findMissing();
  if (missing.length === 0) return good('browser-complete');
  return trouble(new PhoneError('browser-unsupported', `This browser lacks ${missing.join(', ')}.`), {
    missing: missing.join(', '),
  });
}

function checkPage(port: DiagnosticsPort): CheckResult {
  const { isSecure, isMicrophoneAllowed, isFramed } = port.lookAtPage();
  const values = { isFramed };
  if (!isSecure) {
    return trouble(new PhoneError('page-not-secure', 'The page is not a secure context.'), values);
  }
  if (isMicrophoneAllowed) return good('page-secure', values);
  return trouble(
    new PhoneError('microphone-forbidden', 'A Permissions-Policy keeps the page from the microphone.'),
    values,
  );
}

async function checkMicrophone({ phone: { audio }, attempt }: StepContext): Promise<CheckResult> {
  const isPermitted = await attempt.wait<true>(PERMISSION_PATIENCE_IN_MILLISECONDS, (resolve, reject) => {
    audio.askForPermission().then(() => resolve(true), reject);
    return () => undefined;
  });
  if (!isPermitted) return attention('microphone-unanswered');
  const level = await attempt.wait<number>(LISTENING_TIME_IN_MILLISECONDS, (resolve) =>
    audio.watchMicrophoneLevel((heard) => {
      if (heard >= AUDIBLE_LEVEL) resolve(heard);
    }),
  );
  const values = { devices: audio.getState().microphone.devices.length };
  return level === null ? attention('microphone-silent', values) : good('microphone-heard', values);
}

function checkSpeaker(phone: CheckedPhone): CheckResult {
  const { speaker, ringer, settings } = phone.audio.getState();
  const values = { devices: speaker.devices.length, ringVolume: settings.ringVolume };
  if (phone.getState().isSoundBlocked) return attention('sound-blocked', values);
  if (speaker.isChoicePossible && speaker.devices.length === 0) return attention('speaker-missing', values);
  if (settings.ringVolume === 0) return attention('ring-silent', values);
  const isReplaced = [speaker, ringer].some(({ wanted, used }) => wanted && !used);
  return isReplaced ? attention('speaker-replaced', values) : good('speaker-found', values);
}

async function checkToken({ port, attempt, keepToken }: StepContext): Promise<CheckResult> {
  const token = await attempt.settle(TOKEN_PATIENCE_IN_MILLISECONDS, port.requestToken());
  if (!token) throw new PhoneError('token-request-timeout', 'No token came in time.', { recoverable: true });
  keepToken(token);
  const { isReadable, lifetimeInSeconds, mayReceiveCalls, mayPlaceCalls } = token;
  const values = { ...token };
  if (!isReadable) return attention('token-unreadable', values);
  if ((lifetimeInSeconds ?? Infinity) < SHORTEST_USEFUL_LIFETIME_IN_SECONDS) {
    return attention('token-short', values);
  }
  if (mayReceiveCalls === false) return attention('token-without-incoming', values);
  return mayPlaceCalls === false ? attention('token-without-outgoing', values) : good('token-good', values);
}

async function checkSignalling({ phone, attempt }: StepContext): Promise<CheckResult> {
  phone.checkConnection();
  const device = await attempt.wait<DeviceState>(SIGNALLING_PATIENCE_IN_MILLISECONDS, (resolve) =>
    phone.subscribe((state) => {
      if (isSettled(state.device)) resolve(state.device);
    }),
  );
  if (device?.status === 'registered') return good('signalling-good', { edge: device.edge });
  if (device && !device.isWanted) return attention('do-not-disturb');
  const unreachable = new PhoneError('registration-failed', 'Twilio lets no calls ring here.', {
    recoverable: true,
  });
  return trouble(phone.getState().device.error ?? unreachable);
}

/** Nothing more will come of waiting. */
function isSettled({ status, isWanted, isSignInRequired }: DeviceState): boolean {
  return status === 'registered' || !isWanted || isSignInRequired;
}

async function checkMedia({ port, attempt, token }: StepContext): Promise<CheckResult> {
  if (!token?.isTestCallOffered) {
    return { status: 'not-tested', finding: 'no-test-call', values: {}, error: null };
  }
  const call = await attempt.settle(TEST_CALL_PATIENCE_IN_MILLISECONDS, port.placeTestCall());
  if (!call) throw new PhoneError('media-failed', 'The test call came to nothing.', { recoverable: true });
  const values = { ...call, warnings: call.warnings.join(', ') };
  if (!call.isHeardBack) return attention('media-one-way', values);
  return isPoor(call) ? attention('media-poor', values) : good('media-good', values);
}

function isPoor({ mos, lossInPercent, roundTripInMilliseconds }: TestCallFindings): boolean {
  return (
    (mos ?? Infinity) < POOR_MOS ||
    (lossInPercent ?? 0) >= POOR_LOSS_IN_PERCENT ||
    (roundTripInMilliseconds ?? 0) >= POOR_ROUND_TRIP_IN_MILLISECONDS
  );
}

function good(finding: CheckFinding, values: Values = {}): CheckResult {
  return Object.freeze({ status: 'good', finding, values, error: null });
}

function attention(finding: CheckFinding, values: Values = {}): CheckResult {
  return Object.freeze({ status: 'attention', finding, values, error: null });
}

function trouble(error: PhoneError, values: Values = {}): CheckResult {
  return Object.freeze({ status: 'failed', finding: 'trouble', values, error });
}

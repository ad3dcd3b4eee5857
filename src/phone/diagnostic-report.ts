import type { AudioDeviceChoice } from '../core/audio-devices.js';
import type { CallController } from '../core/call-controller.js';
import type { CheckState, CheckStep } from '../core/diagnostics.js';
import type { FactHistory } from '../core/fact-history.js';
import { describeError, FactTeller } from '../core/fact-teller.js';
import type { DeviceState } from '../core/phone-state.js';
import { redact } from '../core/redact.js';
import { version } from '../core/version.js';
import { SDK_VERSION } from '../twilio/sdk-version.js';

export interface ReportParts {
  readonly check: CheckState;
  readonly history: FactHistory;
  readonly controller: CallController;
  /** Wall clock, milliseconds. */
  readonly now: number;
}

/**
 * All that helps to find out what is wrong, as JSON to be sent to somebody: without token, names, identities, the
 * values of parameters, the names of devices, or more of a number than its last two digits.
 */
export function createReport({ check, history, controller, now }: ReportParts): string {
  const state = controller.getState();
  const { microphone, speaker, ringer, settings, areLabelsKnown } = controller.audio.getState();
  const report = {
    about: 'twilio-phone',
    createdAt: timeOf(now),
    versions: { phone: version, sdk: SDK_VERSION },
    browser: {
      userAgent: navigator.userAgent,
      languages: navigator.languages,
      isOnline: navigator.onLine,
      isVisible: document.visibilityState === 'visible',
    },
    phone: describeDevice(state.device),
    calls: state.calls.length,
    missedCalls: state.missedCallCount,
    isSoundBlocked: state.isSoundBlocked,
    audio: {
      areLabelsKnown,
      microphone: describeChoice(microphone),
      speaker: describeChoice(speaker),
      ringer: describeChoice(ringer),
      settings,
    },
    check: {
      status: check.status,
      startedAt: timeOf(check.startedAt),
      endedAt: timeOf(check.endedAt),
      steps: check.steps.map(describeStep),
    },
    history: tellHistory(history),
  };
  return JSON.stringify(report, null, 2);
}

function tellHistory({ facts }: FactHistory): object[] {
  const teller = new FactTeller();
  return facts.map((kept) => ({ ...teller.tell(kept), at: timeOf(kept.at) }));
}

function describeDevice({ status, isWanted, edge, retryAt, isSignInRequired, error }: DeviceState): object {
  return {
    status,
    isWanted,
    edge,
    retryAt: timeOf(retryAt),
    isSignInRequired,
    error: error && describeError(error),
  };
}

/** How many there are and which way the choice went. Their names may hold a person's. */
function describeChoice({ devices, wanted, used, isChoicePossible }: AudioDeviceChoice): object {
  return {
    count: devices.length,
    isChosenByHand: wanted !== null,
    isChosenInUse: used !== null,
    isChoicePossible,
  };
}

function describeStep({ name, status, result }: CheckStep): object {
  if (!result) return { name, status };
  const values = Object.fromEntries(
    Object.entries(result.values).map(([key, value]) => [
      key,
      typeof value === 'string' ? redact(value) : value,
    ]),
  );
  const { finding, error } = result;
  return { name, status, finding, values, ...(error && { error: describeError(error) }) };
}

function timeOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

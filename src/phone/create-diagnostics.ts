/** What a check of the phone looks with. Nobody loads it before somebody asks for one. */
import { findMissing, lookAtPage } from '../browser/page-findings.js';
import { readTokenFindings } from '../browser/read-token-findings.js';
import type { CallController } from '../core/call-controller.js';
import type { DiagnosticsPort, Pending } from '../core/diagnostics.js';
import type { FactHistory } from '../core/fact-history.js';
import { PhoneError } from '../core/phone-error.js';
import type { ClockPort, TokenAnswer } from '../core/ports.js';
import { placeTestCall } from '../twilio/test-call.js';
import type { LogLevel } from '../twilio/voice-sdk.js';
import { createReport } from './diagnostic-report.js';

export interface DiagnosticsOptions {
  readonly clock: ClockPort;
  readonly history: FactHistory;
  readonly controller: CallController;
  readonly requestToken: () => Pending<TokenAnswer>;
  readonly edge?: string | null;
  readonly logLevel?: LogLevel;
}

/** The page's and the phone's inside, for a check. The token that it asks for never leaves it. */
export function createDiagnostics(options: DiagnosticsOptions): DiagnosticsPort {
  const { clock, history, controller } = options;
  let answer: TokenAnswer | null = null;
  return {
    clock,
    findMissing: () => findMissing(),
    lookAtPage,
    requestToken() {
      const { result, abort } = options.requestToken();
      const findings = result.then((token) => {
        answer = token;
        return readTokenFindings(token, clock.now());
      });
      return { result: findings, abort };
    },
    placeTestCall() {
      if (!answer) throw new PhoneError('invalid-state', 'No token was asked for.');
      const { edge = null, logLevel = 'error' } = options;
      return placeTestCall({ clock, answer, edge, logLevel });
    },
    createReport: (check) => createReport({ check, history, controller, now: clock.now() }),
  };
}

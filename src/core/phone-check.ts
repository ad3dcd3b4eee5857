import { Attempt, GivenUp } from './attempt.js';
import { checkSteps } from './check-steps.js';
import type { CheckedPhone } from './check-steps.js';
import { checkStepNames } from './diagnostics.js';
import type {
  CheckResult,
  CheckState,
  CheckStep,
  CheckStepName,
  DiagnosticsPort,
  TokenFindings,
} from './diagnostics.js';
import { Listeners } from './listeners.js';
import { isPhoneError, PhoneError } from './phone-error.js';
import type { Unsubscribe } from './ports.js';

const waiting: readonly CheckStep[] = Object.freeze(
  checkStepNames.map((name) => Object.freeze({ name, status: 'waiting', result: null } as const)),
);

/** What a step is of no use without. */
const restsOn: Readonly<Partial<Record<CheckStepName, readonly CheckStepName[]>>> = {
  microphone: ['browser', 'page'],
  media: ['browser', 'token'],
};

/** One run of the check. */
interface Run {
  readonly port: DiagnosticsPort;
  readonly attempt: Attempt;
  token: TokenFindings | null;
}

/**
 * Looks at everything that a call rests on, one after another. It never touches the registered device: calls
 * ring meanwhile, and the first of them ends the check.
 */
export class PhoneCheck {
  readonly #phone: CheckedPhone;
  readonly #listeners = new Listeners<CheckState>();
  #state: CheckState = Object.freeze({ status: 'ready', steps: waiting, startedAt: null, endedAt: null });
  #run: Run | null = null;
  #stopWatching: Unsubscribe = () => undefined;

  constructor(phone: CheckedPhone) {
    this.#phone = phone;
  }

  getState(): CheckState {
    return this.#state;
  }

  /** The listener is called at each change. */
  subscribe(listener: (state: CheckState) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  /** Whether it could begin now: not in a call, and not twice at a time. */
  get canStart(): boolean {
    const { device, calls } = this.#phone.getState();
    return this.#run === null && calls.length === 0 && device.status !== 'destroyed';
  }

  /** Runs the check to its end, however it ends. Throws `invalid-state` when it may not begin. */
  async run(port: DiagnosticsPort): Promise<void> {
    if (!this.canStart) throw new PhoneError('invalid-state', 'The phone cannot be checked now.');
    const run: Run = { port, attempt: new Attempt(port.clock), token: null };
    this.#run = run;
    this.#set({ status: 'running', steps: waiting, startedAt: port.clock.now(), endedAt: null });
    this.#stopWatching = this.#phone.subscribe(({ device, calls }) => {
      if (calls.length > 0) this.#end('interrupted');
      else if (device.status === 'destroyed') this.cancel();
    });
    for (const name of checkStepNames) {
      if (this.#run !== run) return;
      await this.#check(name, run);
    }
    if (this.#run === run) this.#end('finished');
  }

  /** Gives up what is under way. */
  cancel(): void {
    this.#end('cancelled');
  }

  async #check(name: CheckStepName, run: Run): Promise<void> {
    this.#setStep({ name, status: 'running', result: null });
    const result = this.#restsOnFailure(name) ? restsOnFailure : await this.#look(name, run);
    if (this.#run === run) this.#setStep({ name, status: result.status, result });
  }

  async #look(name: CheckStepName, run: Run): Promise<CheckResult> {
    try {
      return await checkSteps[name]({
        ...run,
        phone: this.#phone,
        keepToken: (token) => (run.token = token),
      });
    } catch (error) {
      return error instanceof GivenUp ? givenUp : troubleOf(error);
    }
  }

  #restsOnFailure(name: CheckStepName): boolean {
    const { steps } = this.#state;
    return steps.some((step) => step.status === 'failed' && restsOn[name]?.includes(step.name));
  }

  #end(status: 'finished' | 'cancelled' | 'interrupted'): void {
    const run = this.#run;
    if (!run) return;
    this.#run = null;
    this.#stopWatching();
    run.attempt.end();
    const steps = this.#state.steps.map((step) =>
      step.result ? step : Object.freeze({ ...step, status: 'not-tested' as const, result: givenUp }),
    );
    this.#set({ status, steps, endedAt: run.port.clock.now() });
  }

  #setStep(step: CheckStep): void {
    const steps = this.#state.steps.map((other) => (other.name === step.name ? Object.freeze(step) : other));
    this.#set({ steps });
  }

  #set(change: Partial<CheckState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    this.#listeners.emit(this.#state);
  }
}

function troubleOf(cause: unknown): CheckResult {
  const error = isPhoneError(cause) ? cause : new PhoneError('call-failed', 'A step failed.', { cause });
  return Object.freeze({ status: 'failed', finding: 'trouble', values: {}, error });
}

const restsOnFailure: CheckResult = Object.freeze({
  status: 'not-tested',
  finding: 'rests-on-failure',
  values: {},
  error: null,
});
const givenUp: CheckResult = Object.freeze({
  status: 'not-tested',
  finding: 'given-up',
  values: {},
  error: null,
});

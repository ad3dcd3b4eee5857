/** What the status says beside its few words. It is never painted first, so it comes when there is something to say. */
import { nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import { currentCall } from '../../core/phone-state.js';
import type { PhoneState } from '../../core/phone-state.js';
import { ConnectionCheck } from './connection-check.js';
import { describeStatus } from './describe-status.js';
import type { StatusDescription } from './describe-status.js';
import { renderMissedCalls } from './missed-calls.js';
import { SteadyStatus } from './steady-status.js';

export { statusDetailsStyles } from './status-details.styles.js';

/** Words that stay still, who was missed, and how the phone knows that it is ready. */
export class StatusDetails implements ReactiveController {
  readonly #connection: ConnectionCheck;
  readonly #steady: SteadyStatus;

  constructor(host: LitElement) {
    this.#connection = new ConnectionCheck(host);
    this.#steady = new SteadyStatus({ schedule, onChange: () => host.requestUpdate() });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#steady.stop();
  }

  /** The few words themselves. */
  describe(state: PhoneState): StatusDescription {
    return this.#steady.steady(describeStatus(state), currentCall(state) !== null);
  }

  /** Who was missed. */
  render(controller: CallController, state: PhoneState) {
    return state.missedCallCount > 0 ? renderMissedCalls(controller, state) : nothing;
  }

  /** What stands outside of the live region. */
  renderConnection(controller: CallController) {
    return this.#connection.render(controller);
  }
}

function schedule(delayInMilliseconds: number, callback: () => void) {
  const timer = setTimeout(callback, delayInMilliseconds);
  return () => clearTimeout(timer);
}

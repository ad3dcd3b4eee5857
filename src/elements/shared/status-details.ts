/** What the status says beside its few words. It is never painted first, so it comes once the phone was ready. */
import { adoptStyles, nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import { currentCall } from '../../core/phone-state.js';
import type { PhoneState } from '../../core/phone-state.js';
import { ConnectionCheck } from './connection-check.js';
import { describeStatus } from './describe-status.js';
import type { StatusDescription } from './describe-status.js';
import { renderMissedCalls } from './missed-calls.js';
import { statusDetailsStyles } from './status-details.styles.js';
import { SteadyStatus } from './steady-status.js';

/** Words that stay still, who was missed, and how the phone knows that it is ready. */
export class StatusDetails implements ReactiveController {
  readonly #controller: () => CallController | null;
  readonly #connection: ConnectionCheck;
  readonly #steady: SteadyStatus;

  /** The host has been rendered before: it brings its own styles along. */
  constructor(host: LitElement, controller: () => CallController | null) {
    this.#controller = controller;
    this.#connection = new ConnectionCheck(host);
    this.#steady = new SteadyStatus({ schedule, onChange: () => host.requestUpdate() });
    const { elementStyles } = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, statusDetailsStyles]);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#steady.stop();
  }

  /** The few words themselves. */
  describe(state: PhoneState): StatusDescription {
    return this.#steady.steady(describeStatus(state), currentCall(state) !== null);
  }

  renderMissed(state: PhoneState) {
    const controller = this.#controller();
    return controller && state.missedCallCount > 0 ? renderMissedCalls(controller, state) : nothing;
  }

  /** What stands outside of the live region. */
  renderConnection() {
    const controller = this.#controller();
    return controller ? this.#connection.render(controller) : nothing;
  }
}

function schedule(delayInMilliseconds: number, callback: () => void) {
  const timer = setTimeout(callback, delayInMilliseconds);
  return () => clearTimeout(timer);
}

import { html } from 'lit';
import type { PhoneState } from '../core/phone-state.js';
import { phoneStatusStyles } from './phone-status.styles.js';
import { describeStatus } from './shared/describe-status.js';
import { PhoneElement } from './shared/phone-element.js';
import type { StatusDetails } from './shared/status-details.js';
import { tokens } from './shared/tokens.styles.js';

/**
 * Says in words what the phone is doing, and says it to screen readers when it changes.
 *
 * @summary The phone's status in words, e.g. "Ready for calls"; pressed, how long ago Twilio was heard.
 *
 * @slot - What to say while there is no phone yet.
 *
 * @csspart status - The whole line.
 * @csspart dot - The coloured dot before it. It says nothing that the words do not say.
 * @csspart text - The words.
 * @csspart connection-button - What lies over the words, once the phone was ready, and opens what stands below.
 * @csspart connection - How long ago Twilio was heard.
 * @csspart missed - Who called and was not answered.
 * @csspart dismiss-button - The button "Dismiss" beside it.
 *
 * @cssproperty --twilio-phone-accent - The colour of readiness.
 * @cssproperty --twilio-phone-danger - The colour of trouble.
 * @cssproperty --twilio-phone-text - The colour of the words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class PhoneStatus extends PhoneElement {
  static override styles = [tokens, phoneStatusStyles];

  #details: StatusDetails | null = null;

  override render() {
    const state = this.phoneState;
    // The live region stays in the page: one that comes together with its words is not read out.
    return html`<div class="root" part="status" lang=${this.language.tag} dir=${this.language.direction}>
      <div role="status">${state ? this.#renderStatus(state) : html`<p class="line"><slot></slot></p>`}</div>
      ${this.#details?.renderConnection()}
    </div>`;
  }

  #renderStatus(state: PhoneState) {
    if (state.device.identity !== null && !this.#details) void this.#loadDetails();
    const { text, tone } = this.#details?.describe(state) ?? describeStatus(state);
    return html`
      <p class="line">
        <span class="dot" part="dot" data-tone=${tone}></span>
        <span id="words" part="text">${text}</span>
      </p>
      ${this.#details?.renderMissed(state)}
    `;
  }

  /** Who was never registered has nothing that they say. */
  async #loadDetails(): Promise<void> {
    try {
      const { StatusDetails } = await import('./shared/status-details.js');
      this.#details ??= new StatusDetails(this, () => this.attachedController);
      this.requestUpdate();
    } catch {
      // The few words of the status say the most important thing.
    }
  }
}

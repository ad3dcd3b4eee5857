import { html, nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { Unsubscribe } from '../../core/ports.js';
import { connectionCheckTexts } from './connection-check-texts.js';
import { everySecond } from './every-second.js';

/**
 * How the phone knows that it is reachable, for whoever asks: the words of the status can be pressed. They are read
 * out by themselves, so the button lies over them and takes its name from them; what it opens ticks, and so stands
 * outside of the live region.
 */
export class ConnectionCheck implements ReactiveController {
  readonly #host: LitElement;
  #isOpen = false;
  #stop: Unsubscribe = () => undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#isOpen) this.#stop = everySecond(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Where the phone was never registered, there is nothing to ask yet. The words have the id `words`. */
  render(controller: CallController) {
    if (controller.getState().device.identity === null) return nothing;
    return html`<button
        type="button"
        class="ask"
        part="connection-button"
        aria-labelledby="words"
        aria-expanded=${this.#isOpen ? 'true' : 'false'}
        aria-controls="connection"
        @click=${this.#toggle}
      ></button>
      <p id="connection" part="connection" ?hidden=${!this.#isOpen}>
        ${this.#isOpen ? describeConnection(controller) : nothing}
      </p>`;
  }

  #toggle = (): void => {
    this.#stop();
    this.#isOpen = !this.#isOpen;
    this.hostConnected();
    this.#host.requestUpdate();
  };
}

function describeConnection(controller: CallController): string {
  const silence = controller.getSilenceInMilliseconds();
  if (silence === null) return connectionCheckTexts.notConnected();
  return connectionCheckTexts.lastHeard(Math.floor(silence / 1000));
}

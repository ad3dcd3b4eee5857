import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { activeCalls } from '../core/phone-state.js';
import type { CallState } from '../core/phone-state.js';
import { callKeypadStyles } from './call-keypad.styles.js';
import { plainDigits, readDigits } from './shared/dial-digits.js';
import { keyGridStyles } from './shared/key-grid.styles.js';
import { KeyGrid } from './shared/key-grid.js';
import { keypadTexts } from './shared/keypad-texts.js';
import { PhoneElement } from './shared/phone-element.js';
import { sendDigits, sentDigits } from './shared/sent-digits.js';
import { tokens } from './shared/tokens.styles.js';

/** Keys that are pressed quickly are read out together, when the hand rests. */
export const REST_IN_MILLISECONDS = 1_000;

/**
 * Keys digits into the call that is going on, by click, by typing and by paste while the focus is in it. A comma
 * is a pause of two seconds. What was keyed stands above the keys.
 *
 * @summary The keypad in a call: twelve keys that are heard at the other end as tones.
 *
 * @fires {CallDigitsRequestEvent} call-digits-request - Digits were keyed or pasted. Can be prevented.
 *
 * @csspart keypad - The whole keypad.
 * @csspart keyed - What has been keyed in this call.
 * @csspart keys - The grid of keys.
 * @csspart key - One key.
 * @csspart message - What was left out of a paste.
 *
 * @cssproperty --twilio-phone-surface - The colour behind the keys, from which theirs is mixed.
 * @cssproperty --twilio-phone-text - The colour of digits and letters.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class CallKeypad extends PhoneElement {
  static override styles = [tokens, keyGridStyles, callKeypadStyles];

  readonly #grid: KeyGrid = new KeyGrid(this, (key) => this.#key(key));
  #callId: string | null = null;
  #leftOut = '';
  /** Keyed since the last time that it was read out. */
  #unheard = '';
  #heard = '';
  #restTimer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#restTimer);
  }

  /** Moves the focus to the keys. */
  override focus(options?: FocusOptions): void {
    this.#grid.focus(options);
  }

  override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const callId = this.#call?.id ?? null;
    if (callId === this.#callId) return;
    this.#callId = callId;
    this.#leftOut = this.#unheard = this.#heard = '';
  }

  get #call(): CallState | null {
    return this.phoneState ? (activeCalls(this.phoneState)[0] ?? null) : null;
  }

  /** The call that takes digits now. */
  get #openCall(): CallState | null {
    const call = this.#call;
    return call && this.attachedController?.can('sendDigits', call.id) ? call : null;
  }

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = plainDigits(event.key);
    if (!/^[\d*#,]$/.test(key)) return;
    event.preventDefault();
    // A key held down is one key.
    if (event.repeat) return;
    this.#grid.flash(key);
    this.#key(key);
  };

  #handlePaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const { digits, leftOut } = readDigits(event.clipboardData?.getData('text/plain') ?? '');
    this.#leftOut = leftOut;
    this.requestUpdate();
    if (digits) this.#send(digits);
  };

  #key(key: string): void {
    this.#leftOut = '';
    this.#send(key);
  }

  #send(digits: string): void {
    const call = this.#openCall;
    const controller = this.attachedController;
    if (!call || !controller) return;
    sendDigits(this, controller, call, digits, () => this.#handleSent(digits));
  }

  #handleSent(digits: string): void {
    this.#unheard += digits;
    window.clearTimeout(this.#restTimer);
    this.#restTimer = window.setTimeout(this.#readOut, REST_IN_MILLISECONDS);
    this.requestUpdate();
  }

  #readOut = (): void => {
    this.#heard = this.#unheard;
    this.#unheard = '';
    this.requestUpdate();
  };

  override render() {
    const call = this.#call;
    const controller = this.attachedController;
    return html`<div
      class="root"
      part="keypad"
      lang=${this.language.tag}
      dir=${this.language.direction}
      @keydown=${this.#handleKeyDown}
      @paste=${this.#handlePaste}
    >
      <p class="keyed" part="keyed">
        ${call && controller ? html`<span>${sentDigits(controller, call)}</span>` : nothing}
      </p>
      ${this.#grid.render({
        name: keypadTexts.keypad(),
        unavailable: this.#openCall ? null : keypadTexts.notInCall(),
      })}
      <p class="message" part="message" aria-live="polite">
        ${this.#leftOut ? html`<bdi>${keypadTexts.leftOut(this.#leftOut)}</bdi>` : nothing}
      </p>
      <p class="heard" aria-live="polite">
        ${this.#heard ? keypadTexts.keyed([...this.#heard].join(' ')) : nothing}
      </p>
    </div>`;
  }
}

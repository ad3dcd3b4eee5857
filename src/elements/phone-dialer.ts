import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { isPhoneError } from '../core/phone-error.js';
import type { PhoneError } from '../core/phone-error.js';
import { isSignedOut } from '../core/phone-state.js';
import type { CallState } from '../core/phone-state.js';
import { CallEndRequestEvent } from '../events/request-events.js';
import { phoneDialerStyles } from './phone-dialer.styles.js';
import { ask } from './shared/ask.js';
import { controlTexts } from './shared/control-texts.js';
import { DialField } from './shared/dial-field.js';
import type { DialProblem } from './shared/dial-target.js';
import { describeFailure, failedCall, isConnecting, placedCall, whyNotCall } from './shared/dial-trouble.js';
import { dialerTexts, problemTexts } from './shared/dialer-texts.js';
import { FirstMoments } from './shared/first-moments.js';
import { icons } from './shared/icons.js';
import { keyGridStyles } from './shared/key-grid.styles.js';
import { KeyGrid } from './shared/key-grid.js';
import { lastDialled, noticeDialled } from './shared/last-dialled.js';
import { PhoneElement } from './shared/phone-element.js';
import { placeCall } from './shared/place-call.js';
import { texts } from './shared/texts.js';
import { tokens } from './shared/tokens.styles.js';
import { boardOf } from './shared/trouble-board.js';
import type { TroubleBoard } from './shared/trouble-board.js';

/**
 * Calls a number, or a client of Twilio's by name. Numbers are formatted while they are typed, read in the
 * default country and checked before anything is dialled. An empty field brings the last number back.
 *
 * What stands after a comma, and an extension, is keyed once the call is open. One word that begins with a letter
 * (`alice`), or `client:alice`, is a client.
 *
 * @summary The field "Phone number" and the button "Call".
 *
 * @fires {CallMakeRequestEvent} call-make-request - A number is about to be called. Can be prevented.
 * @fires {CallEndRequestEvent} call-end-request - End call was pressed while it rang there. Can be prevented.
 * @fires {CallDigitsRequestEvent} call-digits-request - An extension is about to be keyed. Can be prevented.
 *
 * @csspart dialer - The whole dialer.
 * @csspart field - The box around the number.
 * @csspart input - The number.
 * @csspart keypad-button - The button "Keypad" in the field.
 * @csspart call-button - The button "Call".
 * @csspart end-button - The button "End call", in its place while it rings there.
 * @csspart message - What is wrong with the number, or what became of the call.
 * @csspart note - Why no call can be placed now, and what will be keyed.
 * @csspart keys - The grid of keys.
 * @csspart key - One key.
 *
 * @cssproperty --twilio-phone-accent - The colour of "Call".
 * @cssproperty --twilio-phone-on-accent - The colour of its icon.
 * @cssproperty --twilio-phone-danger - The colour of "End call" and of what is wrong.
 * @cssproperty --twilio-phone-surface - The colour behind the field, from which its own is mixed.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class PhoneDialer extends PhoneElement {
  static override styles = [tokens, keyGridStyles, phoneDialerStyles];

  /** What stands in the field. */
  @property() value = '';

  /** The country of numbers without a `+` (ISO 3166-1, `US`). Default: its phone's, else by the language. */
  @property({ attribute: 'default-country' }) defaultCountry: string | null = null;

  /** No keypad to type by click. */
  @property({ type: Boolean, attribute: 'without-keypad' }) withoutKeypad = false;

  readonly #field: DialField = new DialField(this, () => this.attachedController);
  readonly #grid: KeyGrid = new KeyGrid(this, (key) => this.#typeKey(key));
  readonly #firstMoments = new FirstMoments();
  #isKeypadOpen = false;
  #isReading = false;
  #problem: DialProblem | null = null;
  #failure: PhoneError | null = null;
  /** The failed call that the person has been told of and gone on from. */
  #seenCallId: string | null = null;
  #wasPlaced = false;
  /** Who was signed in when this was last shown. */
  #identity: string | null = null;

  /** Moves the focus into the field. */
  override focus(options?: FocusOptions): void {
    this.#field.focus(options);
  }

  /**
   * Puts a number into the field and calls it, as the button does.
   * @param requester who asks the page first; a phone does so for what was not touched in here.
   */
  async call(text: string, requester: HTMLElement = this): Promise<void> {
    const controller = this.attachedController;
    if (!controller || this.#isReading) return;
    this.#forgetTrouble();
    this.#isReading = true;
    const target = await this.#field.read(text).finally(() => (this.#isReading = false));
    if (typeof target === 'string') return this.#complain(target, text);
    this.value = target.formatted;
    if (!controller.can('makeCall')) return;
    const onOpen = () => this.#clearAfter(target.formatted);
    await placeCall({ requester, controller, target, onOpen }).catch((error: unknown) => {
      this.#fail(error, () => this.call(text, requester));
    });
  }

  override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const { attachedController: controller, phoneState: state } = this;
    if (controller && state) noticeDialled(controller, state);
    const identity = state?.device.identity ?? null;
    if (state && isSignedOut(state.device) && this.#identity !== null) this.#forgetPerson();
    this.#identity = identity;
    const isPlaced = this.#placed !== null;
    if (isPlaced !== this.#wasPlaced) this.#firstMoments.begin();
    this.#wasPlaced = isPlaced;
  }

  get #placed(): CallState | null {
    return placedCall(this.phoneState);
  }

  #handleSubmit = (event: Event): void => {
    event.preventDefault();
    // Enter in the field is meant: only the button has changed under the hand.
    const isAccident = this.#firstMoments.isAccident(event) && !this.#field.hasFocus;
    if (this.#placed || isAccident) return;
    if (this.value.trim() === '' && this.#bringBack()) return;
    if (whyNotCall(this.phoneState) === null) void this.call(this.value);
  };

  /** Not called at once: the person sees first whom it would be. */
  #bringBack(): boolean {
    const controller = this.attachedController;
    const text = controller ? lastDialled(controller) : '';
    if (text === '') return false;
    this.#forgetTrouble();
    this.value = this.#field.formatted(text);
    this.#field.focus();
    return true;
  }

  #handleEnd = (event: Event): void => {
    const controller = this.attachedController;
    const call = this.#placed;
    if (!controller || !call || this.#firstMoments.isAccident(event)) return;
    ask(this, new CallEndRequestEvent(call), () => controller.endCall(call.id));
  };

  #handleInput = (event: InputEvent): void => {
    this.#forgetTrouble();
    this.#field.handleInput(event);
  };

  #handleKeypadClick = (): void => {
    this.#isKeypadOpen = !this.#isKeypadOpen;
    this.requestUpdate();
  };

  #handleGridKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Backspace') this.#field.deleteLast();
    if (!/^[\d*#+]$/.test(event.key)) return;
    event.preventDefault();
    this.#grid.flash(event.key);
    this.#typeKey(event.key);
  };

  #typeKey(key: string): void {
    this.#forgetTrouble();
    this.#field.type(key);
  }

  #fail(error: unknown, tryAgain: () => Promise<void>): void {
    if (!isPhoneError(error)) return reportError(error);
    this.#failure = error;
    this.#board?.note({ error, tryAgain });
    this.requestUpdate();
  }

  /** Where trouble of this phone may be said in a place of its own: then not here. */
  get #board(): TroubleBoard | null {
    return this.attachedController && boardOf(this.attachedController);
  }

  #complain(problem: DialProblem, text: string): void {
    this.#problem = problem;
    this.value = text;
    this.requestUpdate();
    this.focus();
  }

  #forgetTrouble(): void {
    this.#problem = this.#failure = null;
    this.#seenCallId = failedCall(this.phoneState)?.id ?? null;
    this.#board?.dismiss(this.#seenCallId);
    this.requestUpdate();
  }

  /** What was typed, and what came of it, is nothing for whoever signs in next. */
  #forgetPerson(): void {
    this.value = '';
    this.#forgetTrouble();
  }

  /** The number has been reached: the field is free for the next one, unless it was begun meanwhile. */
  #clearAfter(text: string): void {
    if (this.value === text) this.value = '';
  }

  /** What the person must hear of. */
  get #message(): string {
    if (this.#problem) return problemTexts[this.#problem]();
    if (this.#placed) return texts.calling();
    if (this.#board?.hasPlace) return '';
    const failed = failedCall(this.phoneState);
    return describeFailure(failed && failed.id !== this.#seenCallId ? failed.error : this.#failure);
  }

  override render() {
    const placed = this.#placed;
    const unavailable = placed ? null : whyNotCall(this.phoneState);
    return html`<div class="root" part="dialer" lang=${this.language.tag} dir=${this.language.direction}>
      <form class="row" novalidate @submit=${this.#handleSubmit}>
        <div class="field" part="field">
          ${this.#renderInput()} ${this.withoutKeypad ? nothing : this.#renderKeypadButton()}
        </div>
        ${this.#renderButton(placed, unavailable)}
      </form>
      <p id="message" class="message" part="message" aria-live="polite" ?data-quiet=${placed !== null}>
        ${this.#message ? html`<bdi>${this.#message}</bdi>` : nothing}
      </p>
      <p id="note" class="note" part="note">${unavailable ?? this.#renderDigits()}</p>
      <div id="keypad" ?hidden=${!this.#isKeypadOpen || this.withoutKeypad} @keydown=${this.#handleGridKey}>
        ${this.#grid.render({ name: controlTexts.keypad(), unavailable: null })}
      </div>
    </div>`;
  }

  #renderInput() {
    return html`<input
      part="input"
      type="tel"
      dir="ltr"
      aria-label=${dialerTexts.phoneNumber()}
      placeholder=${dialerTexts.phoneNumber()}
      aria-invalid=${this.#problem ? 'true' : nothing}
      aria-describedby="message note"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      enterkeyhint="go"
      .value=${live(this.value)}
      @input=${this.#handleInput}
      @focus=${this.#field.handleFocus}
    />`;
  }

  #renderKeypadButton() {
    return html`<button
      type="button"
      class="toggle"
      part="keypad-button"
      aria-label=${controlTexts.keypad()}
      aria-expanded=${this.#isKeypadOpen ? 'true' : 'false'}
      aria-controls="keypad"
      @click=${this.#handleKeypadClick}
    >
      ${icons.keypad()}
    </button>`;
  }

  /** One button in two roles, so that the focus stays where it is. */
  #renderButton(placed: CallState | null, unavailable: string | null) {
    const name = placed ? controlTexts.endCall() : dialerTexts.call();
    return html`<button
      type=${placed ? 'button' : 'submit'}
      class="call"
      part=${placed ? 'end-button' : 'call-button'}
      aria-label=${name}
      title=${unavailable ?? (isConnecting(this.phoneState) ? dialerTexts.callsOnceConnected() : name)}
      aria-disabled=${unavailable === null ? nothing : 'true'}
      aria-describedby="note"
      @click=${placed ? this.#handleEnd : nothing}
    >
      ${placed ? icons.endCall() : icons.answer()}<span aria-hidden="true">${name}</span>
    </button>`;
  }

  #renderDigits() {
    const digits = this.#field.digits;
    return digits ? html`<bdi>${dialerTexts.afterwardsKeys(digits)}</bdi>` : nothing;
  }
}

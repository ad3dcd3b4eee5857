import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { registerToast } from '../context/phone-registry.js';
import { incomingCalls } from '../core/phone-state.js';
import type { CallCommand, CallState } from '../core/phone-state.js';
import { CallAnswerRequestEvent, CallRejectRequestEvent } from '../events/request-events.js';
import { incomingCallToastStyles } from './incoming-call-toast.styles.js';
import { ask } from './shared/ask.js';
import { CallClock } from './shared/call-clock.js';
import { describeParty } from './shared/describe-party.js';
import { explain } from './shared/explain.js';
import { FirstMoments } from './shared/first-moments.js';
import { FOCUS_KEY, FocusKey } from './shared/focus-key.js';
import { icons } from './shared/icons.js';
import { PhoneElement } from './shared/phone-element.js';
import { texts } from './shared/texts.js';
import { toastTexts } from './shared/toast-texts.js';
import { ToastSurface } from './shared/toast-surface.js';
import { tokens } from './shared/tokens.styles.js';

const parts = ['toast', 'caller', 'number', 'message', 'answer-button', 'decline-button'];

/**
 * Shows who calls, above any page, and lets the person answer or decline. It never takes the focus: F8 leads
 * to it from anywhere in the page, and F8 or Escape leads back. While a modal dialog of the page is open it
 * stands inside that dialog; where its own place is hidden or inert it stands at the end of the page.
 *
 * @summary The incoming call: its caller, "Answer" and "Decline". One alert dialog for each caller.
 *
 * @fires {CallAnswerRequestEvent} call-answer-request - Answer was pressed. Can be prevented.
 * @fires {CallRejectRequestEvent} call-reject-request - Decline was pressed. Can be prevented.
 *
 * @csspart toast - The card of one caller.
 * @csspart caller - The caller's name, else the number.
 * @csspart number - The number, below a name.
 * @csspart message - What went wrong, or that there is no sound.
 * @csspart answer-button - The button "Answer".
 * @csspart decline-button - The button "Decline".
 *
 * @cssproperty --twilio-phone-accent - The colour of "Answer".
 * @cssproperty --twilio-phone-on-accent - The colour of the word on it.
 * @cssproperty --twilio-phone-danger - The colour of "Decline".
 * @cssproperty --twilio-phone-surface - The card's background.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 * @cssproperty --twilio-phone-radius - The card's corners.
 */
export class IncomingCallToast extends PhoneElement {
  static override styles = incomingCallToastStyles.home;

  /** Set by a phone on the toast that it brings itself: it gives way to one of the page. */
  @property({ type: Boolean, attribute: false }) isFallback = false;

  #surface: ToastSurface | null = null;
  #focusKey: FocusKey | null = null;
  /** The calls that are listed now, by their ids. */
  #listed = '';
  #announcement = '';
  readonly #firstMoments = new FirstMoments();
  readonly #untilAnswer = new CallClock(this);

  override createRenderRoot(): ShadowRoot {
    const home = super.createRenderRoot() as ShadowRoot;
    this.#surface = new ToastSurface(home, [tokens, incomingCallToastStyles.surface], parts);
    this.#focusKey = new FocusKey(this.#surface);
    return this.#surface.root;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    registerToast(this, null);
    this.#putAway();
  }

  override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    this.#untilAnswer.follow(this.#announced?.autoAnswerAt ?? null);
  }

  override updated(): void {
    if (!this.isConnected) return;
    registerToast(this, this.isFallback ? null : this.attachedController);
    const ids = this.#calls.map(({ id }) => id).join(' ');
    if (ids !== this.#listed) this.#firstMoments.begin(this.renderRoot.querySelectorAll('button'));
    if (ids === '') this.#putAway();
    else if (this.#listed === '') this.#putUp();
    this.#listed = ids;
    this.#announce();
  }

  get #calls(): readonly CallState[] {
    return this.phoneState ? incomingCalls(this.phoneState) : [];
  }

  /** The call that the phone is about to answer by itself. */
  get #announced(): CallState | null {
    return this.#calls.find(({ autoAnswerAt }) => autoAnswerAt !== null) ?? null;
  }

  #putUp(): void {
    this.#surface?.show();
    this.#focusKey?.listen();
  }

  #putAway(): void {
    this.#focusKey?.stop();
    this.#surface?.hide();
    this.#listed = '';
  }

  /** A live region is read out when words come into it, so it has to stand before they do. */
  #announce(): void {
    const announcement = this.#calls.map(announcementOf).join(' ');
    if (announcement === this.#announcement) return;
    this.#announcement = announcement;
    this.requestUpdate();
  }

  #handleKeyDown = (event: KeyboardEvent): void => {
    // A key held down on something else must not answer.
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    if (event.key === 'Escape') this.#focusKey?.leave();
  };

  #handleAnswer(event: Event, call: CallState): void {
    const controller = this.attachedController;
    if (!controller || this.#isRefused(event, call, 'answerCall')) return;
    ask(this, new CallAnswerRequestEvent(call), () => controller.answerCall(call.id));
  }

  #handleDecline(event: Event, call: CallState): void {
    const controller = this.attachedController;
    if (!controller || this.#isRefused(event, call, 'rejectCall')) return;
    ask(this, new CallRejectRequestEvent(call), () => controller.rejectCall(call.id));
  }

  #isRefused(event: Event, call: CallState, command: CallCommand): boolean {
    return this.#firstMoments.isAccident(event) || !this.#can(command, call);
  }

  #can(command: CallCommand, call: CallState): boolean {
    return this.attachedController?.can(command, call.id) ?? false;
  }

  override render() {
    return html`<div
      class="root"
      lang=${this.language.tag}
      dir=${this.language.direction}
      @keydown=${this.#handleKeyDown}
    >
      <p class="heard" role="alert">${this.#announcement}</p>
      ${this.#renderCalls()}
    </div>`;
  }

  /** `repeat` leaves a comment behind for each item that goes (lit 3.3.3): they go with the last of the calls. */
  #renderCalls() {
    if (this.#calls.length === 0) return nothing;
    return repeat(
      this.#calls,
      ({ id }) => id,
      (call, index) => this.#renderCall(call, index === 0),
    );
  }

  #renderCall(call: CallState, isFirst: boolean) {
    const { title, number } = describeParty(call);
    return html`<section
      class="card"
      part="toast"
      role="alertdialog"
      aria-label=${toastTexts.incomingCallFrom(title)}
      aria-keyshortcuts=${isFirst ? FOCUS_KEY : nothing}
    >
      <div class="badge">${icons.call()}</div>
      <div class="who">
        <p class="kicker">${texts.incomingCall()}</p>
        <p class="caller" part="caller"><bdi>${title}</bdi></p>
        ${number ? html`<p class="number" part="number"><bdi>${number}</bdi></p>` : nothing}
      </div>
      ${isFirst ? html`<kbd title=${toastTexts.focusKeyHint(FOCUS_KEY)} aria-hidden="true">${FOCUS_KEY}</kbd>` : nothing}
      ${call.error ? renderMessage(icons.warning(), troubleOf(call)) : nothing}
      ${call === this.#announced ? renderMessage(icons.answer(), this.#countdown) : nothing}
      ${isFirst && this.phoneState?.isSoundBlocked ? renderMessage(icons.silence(), toastTexts.soundIsOff()) : nothing}
      <div class="buttons">${this.#renderButtons(call)}</div>
    </section>`;
  }

  /** The clock counts up to that moment: before it, the time that has passed is below zero. */
  get #countdown(): string {
    const seconds = Math.max(0, Math.ceil(-(this.#untilAnswer.elapsed ?? 0) / 1000));
    return toastTexts.answeringByItself(seconds);
  }

  #renderButtons(call: CallState) {
    const isAnswering = call.pending.includes('answerCall');
    return html`<button
        type="button"
        part="decline-button"
        aria-disabled=${this.#can('rejectCall', call) ? nothing : 'true'}
        @click=${(event: Event) => this.#handleDecline(event, call)}
      >
        ${icons.endCall()}<span>${toastTexts.decline()}</span>
      </button>
      <button
        type="button"
        part="answer-button"
        data-first
        aria-disabled=${this.#can('answerCall', call) ? nothing : 'true'}
        @click=${(event: Event) => this.#handleAnswer(event, call)}
      >
        ${icons.answer()}<span>${isAnswering ? toastTexts.answering() : toastTexts.answer()}</span>
      </button>`;
  }
}

/** The seconds that pass are not read out one by one. */
function announcementOf(call: CallState): string {
  if (call.error) return troubleOf(call);
  const caller = `${toastTexts.incomingCallFrom(describeParty(call).title)}.`;
  return call.autoAnswerAt === null ? caller : `${caller} ${toastTexts.answersByItself()}`;
}

function troubleOf({ error }: CallState): string {
  return error ? `${explain(error)} ${toastTexts.callerStillRings()}` : '';
}

function renderMessage(icon: TemplateResult, text: string) {
  return html`<p class="message" part="message">${icon}<bdi>${text}</bdi></p>`;
}

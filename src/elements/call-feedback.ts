import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import close from 'lucide/dist/esm/icons/x.mjs';
import thumbsUp from 'lucide/dist/esm/icons/thumbs-up.mjs';
import { callFeedbackIssues } from '../core/call-feedback.js';
import type { CallFeedback, CallFeedbackIssue } from '../core/call-feedback.js';
import { isPhoneError } from '../core/phone-error.js';
import { isFeedbackWanted } from '../core/phone-state.js';
import type { CallState } from '../core/phone-state.js';
import type { Unsubscribe } from '../core/ports.js';
import { callFeedbackStyles } from './call-feedback.styles.js';
import { feedbackTexts as texts, issueTexts, measuredTexts } from './quality/feedback-texts.js';
import { feedbackOf, suggestIssue } from './quality/suggest-feedback.js';
import { everySecond } from './shared/every-second.js';
import { icon } from './shared/icons.js';
import { PhoneElement } from './shared/phone-element.js';
import { tokens } from './shared/tokens.styles.js';

/** Of a call that was over sooner there is nothing to say. */
const SHORTEST_CALL_IN_MILLISECONDS = 3_000;
/** For so long thanks are said. */
const SECONDS_OF_THANKS = 8;

/** How far it has come with one call. */
type Progress = 'asking' | 'sending' | 'failed' | 'thanking' | 'done';

/**
 * Asks after a call how it was: one tap, on "Good" or on what was wrong. What was measured comes first, and is
 * marked. It goes when it is answered or dismissed, and when the next call comes; a page that wants nothing told
 * to Twilio (`without-insights`) is never asked.
 *
 * @summary "How was the call?", answered by one tap.
 *
 * @csspart feedback - The whole of it.
 * @csspart title - The question.
 * @csspart measured - What was measured.
 * @csspart answer-button - One answer.
 * @csspart dismiss-button - The button that takes it away.
 * @csspart retry-button - The button "Try again".
 * @csspart messages - What became of the answer.
 *
 * @cssproperty --twilio-phone-accent - The colour of the answer that was measured.
 * @cssproperty --twilio-phone-on-accent - The colour of words on it.
 * @cssproperty --twilio-phone-surface - The background that others are mixed from.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class CallFeedbackCard extends PhoneElement {
  static override styles = [tokens, callFeedbackStyles];

  /** The call that it is about. */
  #callId: string | null = null;
  #progress: Progress = 'asking';
  #answer: CallFeedback | null = null;
  #wasFocused = false;
  #stopThanking: Unsubscribe = () => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopThanking();
    // Whoever takes it out of the page and puts it back has seen the thanks.
    if (this.#progress === 'thanking') this.#progress = 'done';
  }

  override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const callId = this.phoneState?.lastCall?.id ?? null;
    if (callId !== this.#callId) this.#begin(callId);
    this.#wasFocused = this.shadowRoot?.activeElement != null;
  }

  override updated(): void {
    // The button that was pressed has given way to the thanks: the person is still here.
    const isFocusLost = this.#wasFocused && !this.shadowRoot?.activeElement;
    if (isFocusLost) this.renderRoot.querySelector<HTMLElement>('[part="dismiss-button"]')?.focus();
  }

  #begin(callId: string | null): void {
    this.#stopThanking();
    this.#callId = callId;
    this.#progress = 'asking';
    this.#answer = null;
  }

  /** The call to ask about, or null while there is nothing to ask. */
  get #call(): CallState | null {
    const { lastCall, calls } = this.phoneState ?? {};
    if (!lastCall || (calls?.length ?? 0) > 0 || this.#progress === 'done') return null;
    // An answer on its way is a fact before the thanks for it: the question stays where it is until then.
    if (this.#progress === 'sending' || this.#progress === 'thanking') return lastCall;
    const isLong = (lastCall.closedAt ?? 0) - (lastCall.openedAt ?? 0) >= SHORTEST_CALL_IN_MILLISECONDS;
    return isLong && isFeedbackWanted(lastCall) ? lastCall : null;
  }

  async #send(answer: CallFeedback): Promise<void> {
    const callId = this.#callId;
    const { attachedController: controller } = this;
    if (this.#progress === 'sending' || callId === null || !controller?.can('sendFeedback', callId)) return;
    this.#answer = answer;
    this.#proceed('sending');
    const hasArrived = await controller.sendFeedback(answer, callId).then(() => true, failed);
    // Meanwhile there may have been another call.
    if (callId !== this.#callId) return;
    this.#proceed(hasArrived ? 'thanking' : 'failed');
    if (hasArrived) this.#thankForAWhile();
  }

  #proceed(progress: Progress): void {
    this.#progress = progress;
    this.requestUpdate();
  }

  /** Nothing goes away under the hands of somebody who is at it. */
  #thankForAWhile(): void {
    let seconds = 0;
    this.#stopThanking = everySecond(() => {
      seconds += 1;
      if (seconds >= SECONDS_OF_THANKS && !this.matches(':focus-within, :hover')) this.#dismiss();
    });
  }

  #dismiss = (): void => {
    this.#stopThanking();
    this.#proceed('done');
  };

  override render() {
    const call = this.#call;
    if (!call) return nothing;
    const isThanking = this.#progress === 'thanking';
    return html`<div
      class="root"
      part="feedback"
      role="group"
      aria-label=${texts.question()}
      lang=${this.language.tag}
      dir=${this.language.direction}
    >
      ${isThanking ? nothing : html`<h2 part="title">${texts.question()}</h2>`}
      <p class="message" part="messages" role="status">${this.#message}</p>
      ${this.#progress === 'failed' ? this.#renderRetry() : nothing}
      ${isThanking ? nothing : this.#renderAnswers(suggestIssue(call))}
      ${renderDismiss(isThanking ? texts.close() : texts.dismiss(), this.#dismiss)}
    </div>`;
  }

  get #message(): string {
    if (this.#progress === 'thanking') return texts.thanks();
    return this.#progress === 'failed' ? texts.notSent() : '';
  }

  #renderRetry() {
    const answer = this.#answer;
    return answer
      ? html`<button type="button" part="retry-button" @click=${() => void this.#send(answer)}>
          ${texts.tryAgain()}
        </button>`
      : nothing;
  }

  /** What was measured comes first: the tap that is most likely is the nearest. */
  #renderAnswers(suggested: CallFeedbackIssue | null) {
    const measured = suggested && measuredTexts[suggested];
    const others = callFeedbackIssues
      .filter((issue) => issue !== suggested)
      .map((issue) => this.#renderAnswer(issue, suggested));
    return html`
      ${measured ? html`<p id="measured" class="measured" part="measured">${measured()}</p>` : nothing}
      <div class="answers">
        ${suggested ? this.#renderAnswer(suggested, suggested) : nothing}
        ${this.#renderAnswer(null, suggested)} ${others}
      </div>
    `;
  }

  #renderAnswer(issue: CallFeedbackIssue | null, suggested: CallFeedbackIssue | null) {
    const isSuggested = issue === suggested;
    return html`<button
      type="button"
      class=${isSuggested ? 'suggested' : nothing}
      part="answer-button"
      aria-describedby=${isSuggested && suggested ? 'measured' : nothing}
      aria-disabled=${this.#progress === 'sending' ? 'true' : nothing}
      @click=${() => void this.#send(feedbackOf(issue))}
    >
      ${issue ? nothing : icon(thumbsUp)}<span>${issue ? issueTexts[issue]() : texts.good()}</span>
    </button>`;
  }
}

/** What nobody foresaw is reported; the person may try again in any case. */
function failed(error: unknown): false {
  if (!isPhoneError(error)) reportError(error);
  return false;
}

function renderDismiss(label: string, handleClick: () => void) {
  return html`<button
    type="button"
    part="dismiss-button"
    aria-label=${label}
    title=${label}
    @click=${handleClick}
  >
    ${icon(close)}
  </button>`;
}

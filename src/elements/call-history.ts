import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isPhoneError } from '../core/phone-error.js';
import type { CallRecord } from '../core/call-record.js';
import { callHistoryStyles } from './call-history.styles.js';
import { OnScreen } from './settings/on-screen.js';
import { describeFailure, whyNotCall } from './shared/dial-trouble.js';
import { dayOf, formatDay } from './shared/format-day.js';
import { historyTexts } from './shared/history-texts.js';
import { HistoryWatch } from './shared/history-watch.js';
import { NumberFormat } from './shared/number-format.js';
import { PhoneElement } from './shared/phone-element.js';
import { placeCall } from './shared/place-call.js';
import { renderRecord } from './shared/render-record.js';
import { tokens } from './shared/tokens.styles.js';

/** So many calls are shown at first, and more with each click: a thousand at once would be slow. */
export const SLICE_LENGTH = 50;

/**
 * The calls that are over, newest first and by day: who, when, how long and how each ended. Missed ones can be
 * shown alone, everybody can be called back, and all of it can be forgotten.
 *
 * @summary Past calls, with "Call" beside each.
 *
 * @fires {CallMakeRequestEvent} call-make-request - "Call" was pressed. Can be prevented.
 *
 * @csspart history - The whole list.
 * @csspart title - The word "History".
 * @csspart filter-button - "All" and "Missed".
 * @csspart day - The name of a day.
 * @csspart call - One call.
 * @csspart call-button - The button that calls back.
 * @csspart button - Any other button.
 * @csspart messages - What became of what was asked for.
 *
 * @cssproperty --twilio-phone-accent - The colour of the filter that is chosen, and of calling back.
 * @cssproperty --twilio-phone-danger - The colour of missed calls.
 * @cssproperty --twilio-phone-surface - The background that others are mixed from.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class CallHistory extends PhoneElement {
  static override styles = [tokens, callHistoryStyles];

  /** Only missed calls are shown. */
  @property({ type: Boolean, attribute: 'missed-only', reflect: true }) missedOnly = false;

  /** The country whose numbers are written without a `+` (ISO 3166-1). Default: its phone's, else by the language. */
  @property({ attribute: 'default-country' }) defaultCountry: string | null = null;

  readonly #history = new HistoryWatch(this);
  readonly #onScreen = new OnScreen(this);
  readonly #numbers: NumberFormat = new NumberFormat(this, () => this.attachedController);
  #length = SLICE_LENGTH;
  #isClearing = false;
  #message = '';
  /** What is to have the focus once it is rendered: what had it is gone then. */
  #nextFocus: string | null = null;

  override update(changes: PropertyValues): void {
    this.#history.follow(this.isConnected ? (this.attachedController?.history ?? null) : null);
    super.update(changes);
  }

  override updated(): void {
    if (this.#nextFocus) this.renderRoot.querySelector<HTMLElement>(this.#nextFocus)?.focus();
    this.#nextFocus = null;
    if (this.#records.length > 0) this.#numbers.load();
    // Who looks at the list has seen whom they missed.
    const isSeen = this.#onScreen.isVisible && this.#history.state?.records;
    if (isSeen && this.phoneState?.missedCallCount) this.attachedController?.clearMissedCalls();
  }

  get #records(): readonly CallRecord[] {
    return this.#history.state?.records ?? [];
  }

  #choose(missedOnly: boolean): void {
    this.missedOnly = missedOnly;
    this.#length = SLICE_LENGTH;
  }

  #handleMore = (): void => {
    this.#nextFocus = `[data-index='${this.#length}']`;
    this.#length += SLICE_LENGTH;
    this.requestUpdate();
  };

  #ask(isClearing: boolean): void {
    this.#isClearing = isClearing;
    this.#message = '';
    this.#nextFocus = isClearing ? '#keep' : '#clear';
    this.requestUpdate();
  }

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isClearing) return;
    event.preventDefault();
    this.#ask(false);
  };

  #handleClear = async (): Promise<void> => {
    try {
      await this.attachedController?.clearHistory();
      this.#isClearing = false;
      this.#message = historyTexts.cleared();
      this.#nextFocus = '#title';
    } catch {
      this.#message = historyTexts.notCleared();
    }
    this.requestUpdate();
  };

  async #call(address: string): Promise<void> {
    const { attachedController: controller } = this;
    if (!controller?.can('makeCall')) return;
    this.#message = '';
    this.requestUpdate();
    const target = { address, digits: '', formatted: this.#numbers.format(address) };
    try {
      await placeCall({ requester: this, controller, target });
    } catch (error) {
      if (!isPhoneError(error)) throw error;
      this.#message = describeFailure(error);
      this.requestUpdate();
    }
  }

  override render() {
    const { state } = this.#history;
    if (!state) return nothing;
    return html`<div
      class="root"
      part="history"
      role="group"
      aria-labelledby="title"
      lang=${this.language.tag}
      dir=${this.language.direction}
      @keydown=${this.#handleKeyDown}
    >
      <h2 id="title" part="title" tabindex="-1">${historyTexts.history()}</h2>
      ${this.#records.length > 0 ? this.#renderFilter() : nothing}
      ${state.isKept ? this.#renderCalls() : html`<p class="empty">${historyTexts.notKept()}</p>`}
      <p class="message" part="messages" role="status">${this.#message || nothing}</p>
      ${this.#records.length > 0 ? this.#renderClear() : nothing}
    </div>`;
  }

  #renderFilter() {
    const missedCount = this.#records.filter(({ wasMissed }) => wasMissed).length;
    const choice = (isMissed: boolean, words: string) =>
      html`<button
        type="button"
        part="filter-button"
        aria-pressed=${this.missedOnly === isMissed ? 'true' : 'false'}
        @click=${() => this.#choose(isMissed)}
      >
        ${words}
      </button>`;
    return html`<div class="filter" role="group" aria-label=${historyTexts.which()}>
      ${choice(false, historyTexts.all())} ${choice(true, historyTexts.missedOnly(missedCount))}
    </div>`;
  }

  #renderCalls() {
    if (!this.#history.state?.records) return nothing;
    const records = this.#records.filter(({ wasMissed }) => wasMissed || !this.missedOnly);
    if (records.length === 0) {
      const words = this.missedOnly ? historyTexts.noMissedCalls() : historyTexts.noCalls();
      return html`<p class="empty">${words}</p>`;
    }
    return html`${this.#renderDays(records.slice(0, this.#length))}
    ${
      records.length > this.#length
        ? html`<button type="button" class="wide" part="button" @click=${this.#handleMore}>
            ${historyTexts.showMore()}
          </button>`
        : nothing
    }`;
  }

  #renderDays(records: readonly CallRecord[]): readonly TemplateResult[] {
    const days = [...new Set(records.map(({ createdAt }) => dayOf(createdAt)))];
    const unavailable = whyNotCall(this.phoneState);
    const format = (text: string) => this.#numbers.format(text);
    const onCall = (address: string) => void this.#call(address);
    return days.map((day, index) => {
      const entries = records.flatMap((record, at) =>
        dayOf(record.createdAt) === day ? renderRecord({ record, at, format, unavailable, onCall }) : [],
      );
      const at = records.find(({ createdAt }) => dayOf(createdAt) === day)?.createdAt ?? 0;
      return html`<h3 id="day-${index}" part="day">${formatDay(at, Date.now())}</h3>
        <ul aria-labelledby="day-${index}">
          ${entries}
        </ul>`;
    });
  }

  #renderClear() {
    if (!this.#isClearing) {
      return html`<button id="clear" type="button" class="wide" part="button" @click=${() => this.#ask(true)}>
        ${historyTexts.clear()}
      </button>`;
    }
    return html`<div class="question" role="group" aria-labelledby="question">
      <p id="question">${historyTexts.clearQuestion()}</p>
      <button type="button" class="danger" part="button" @click=${this.#handleClear}>
        ${historyTexts.clearConfirm()}
      </button>
      <button
        id="keep"
        type="button"
        part="button"
        aria-describedby="question"
        @click=${() => this.#ask(false)}
      >
        ${historyTexts.keep()}
      </button>
    </div>`;
  }
}

import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { isPhoneError } from '../core/phone-error.js';
import { activeCalls } from '../core/phone-state.js';
import type { CallState } from '../core/phone-state.js';
import { callQualityStyles } from './call-quality.styles.js';
import { describeWarnings, isSoundMendable } from './quality/describe-warnings.js';
import type { DescribedWarning } from './quality/describe-warnings.js';
import { qualityIcons } from './quality/quality-icons.js';
import { qualityTexts as texts } from './quality/quality-texts.js';
import { QualityWatch } from './quality/quality-watch.js';
import { renderFigures } from './quality/render-figures.js';
import { isSaidByStatus } from './quality/said-by-status.js';
import { soundLevelOf } from './quality/sound-level.js';
import { OnScreen } from './settings/on-screen.js';
import { CallClock } from './shared/call-clock.js';
import { errorText } from './shared/error-texts.js';
import { PhoneElement } from './shared/phone-element.js';
import { tokens } from './shared/tokens.styles.js';

/**
 * How the call sounds that is going on: one chip, quiet while all is well. What goes wrong is said above it in
 * plain words, the worst first. Pressed, it shows what is measured, each second. Without an open call it shows
 * nothing; while nobody can see it, it measures nothing.
 *
 * @summary How the call sounds, in words; the figures for who wants to look.
 *
 * @csspart quality - The whole of it.
 * @csspart warnings - What is wrong with the sound.
 * @csspart warning - One such thing.
 * @csspart reconnect-button - The button "Reconnect the sound".
 * @csspart chip - The button that says how it sounds, and shows the figures.
 * @csspart figures - All figures.
 * @csspart figure - One of them: its name, its value and its line.
 *
 * @cssproperty --twilio-phone-accent - The colour of the lines.
 * @cssproperty --twilio-phone-danger - The colour of poor sound.
 * @cssproperty --twilio-phone-surface - The background that others are mixed from.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class CallQualityChip extends PhoneElement {
  static override styles = [tokens, callQualityStyles];

  /** The figures are shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  readonly #onScreen = new OnScreen(this);
  readonly #watch = new QualityWatch(this);
  readonly #lostTime = new CallClock(this);
  #callId: string | null = null;
  #isMending = false;
  #failure = '';
  #wasFocused = false;

  override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const call = this.#call;
    this.#lostTime.follow(call?.reconnectingSince ?? null);
    if (call?.id !== this.#callId || !isSoundMendable(call?.warnings ?? [])) this.#failure = '';
    this.#callId = call?.id ?? null;
    const isWatched = this.isConnected && this.#onScreen.isVisible;
    this.#watch.follow(this.attachedController, isWatched ? this.#callId : null);
    this.#wasFocused = this.shadowRoot?.activeElement?.matches('[part="reconnect-button"]') ?? false;
  }

  override updated(): void {
    // The sound is back, and with it the button is gone: the person is still here.
    if (this.#wasFocused && !this.shadowRoot?.activeElement) this.#chip?.focus();
  }

  get #chip(): HTMLElement | null {
    return this.renderRoot.querySelector('[part="chip"]');
  }

  /** The call that it is about: one in which somebody talks. */
  get #call(): CallState | null {
    const call = this.phoneState ? activeCalls(this.phoneState)[0] : undefined;
    return call && (call.status === 'open' || call.status === 'reconnecting') ? call : null;
  }

  #handleReconnect = async (): Promise<void> => {
    const callId = this.#callId;
    if (this.#isMending || callId === null || !this.attachedController?.can('reconnectSound', callId)) return;
    this.#isMending = true;
    this.#failure = '';
    this.requestUpdate();
    try {
      await this.attachedController.reconnectSound(callId);
    } catch (error) {
      if (!isPhoneError(error)) throw error;
      const { happened, remedy } = errorText(error);
      this.#failure = `${happened} ${remedy}`.trim();
    } finally {
      this.#isMending = false;
      this.requestUpdate();
    }
  };

  #handleChip = (): void => {
    this.open = !this.open;
  };

  override render() {
    const call = this.#call;
    if (!call) return nothing;
    // While the call reconnects it is no news that nothing arrives.
    const names = call.status === 'open' ? call.warnings : [];
    const warnings = describeWarnings(names);
    const unsaid = describeWarnings(names.filter((name) => !isSaidByStatus(name, this)));
    const warningLines = unsaid.map(renderWarning);
    return html`<div class="root" part="quality" lang=${this.language.tag} dir=${this.language.direction}>
      <div class="notice">
        <div part="warnings" role="status">
          ${warningLines} ${this.#failure ? html`<p class="failure">${this.#failure}</p>` : nothing}
        </div>
        ${isSoundMendable(names) ? this.#renderReconnect() : nothing}
      </div>
      ${this.#renderChip(call, warnings)}
      <div id="figures" ?hidden=${!this.open}>
        ${this.open ? renderFigures(this.#watch.samples) : nothing}
      </div>
    </div>`;
  }

  #renderReconnect() {
    return html`<button
      type="button"
      part="reconnect-button"
      aria-disabled=${this.#isMending ? 'true' : nothing}
      @click=${this.#handleReconnect}
    >
      ${texts.reconnectSound()}
    </button>`;
  }

  /** It stands outside of every live region: what ticks is there for who looks. */
  #renderChip({ status }: CallState, warnings: readonly DescribedWarning[]) {
    const bestLevels = warnings.map(({ bestLevel }) => bestLevel);
    const level = status === 'open' ? soundLevelOf(this.#watch.samples, bestLevels) : null;
    return html`<button
      type="button"
      part="chip"
      data-level=${level ?? nothing}
      aria-expanded=${this.open ? 'true' : 'false'}
      aria-controls="figures"
      @click=${this.#handleChip}
    >
      ${qualityIcons[level ?? 'unknown']()}
      <span>${status === 'open' ? levelTexts[level ?? 'unknown']() : this.#renderLostTime()}</span>
      <span class="more">${qualityIcons.more()}</span>
    </button>`;
  }

  #renderLostTime(): string {
    return texts.reconnecting(Math.max(0, Math.floor((this.#lostTime.elapsed ?? 0) / 1000)));
  }
}

const levelTexts = {
  good: texts.goodSound,
  fair: texts.fairSound,
  poor: texts.poorSound,
  unknown: texts.measuring,
};

function renderWarning({ text, bestLevel }: DescribedWarning) {
  return html`<p class="warning" part="warning" data-tone=${bestLevel ? 'trouble' : 'quiet'}>
    ${bestLevel ? qualityIcons.warning() : nothing}<span>${text}</span>
  </p>`;
}

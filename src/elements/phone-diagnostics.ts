import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { CheckWork } from './diagnostics/check-work.js';
import { diagnosticsTexts as words, stepNames } from './diagnostics/diagnostics-texts.js';
import { renderStep, verdictOf } from './diagnostics/render-step.js';
import { phoneDiagnosticsStyles } from './phone-diagnostics.styles.js';
import { LevelDisplay } from './settings/level-display.js';
import { fieldStyles } from './settings/fields.styles.js';
import { renderButton } from './settings/render-fields.js';
import { PhoneElement } from './shared/phone-element.js';
import { tokens } from './shared/tokens.styles.js';

/**
 * "Check my phone": browser, page, microphone, loudspeaker, token, phone network and sound, one after another, each in
 * words. Calls ring meanwhile, and the first of them ends the check; in a call it does not begin.
 *
 * @summary The check of the phone, and a report for whoever helps.
 *
 * @csspart diagnostics - The whole check.
 * @csspart title - The words "Check my phone".
 * @csspart button - A button.
 * @csspart steps - The list of steps.
 * @csspart step - One step.
 * @csspart meter - How loud the microphone hears, while it is checked.
 * @csspart summary - What came of it all.
 *
 * @cssproperty --twilio-phone-accent - The colour of what is good, and of the main button.
 * @cssproperty --twilio-phone-on-accent - The colour of what stands on it.
 * @cssproperty --twilio-phone-danger - The colour of what failed.
 * @cssproperty --twilio-phone-surface - The colour behind the check.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class PhoneDiagnostics extends PhoneElement {
  static override styles = [tokens, fieldStyles, phoneDiagnosticsStyles];

  readonly #work = new CheckWork(this);
  readonly #level = new LevelDisplay();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#work.follow(null);
    this.#level.listen(null);
  }

  /** By now it is known which phone the element belongs to: that is looked up after `willUpdate()`. */
  override update(changes: PropertyValues): void {
    this.#work.follow(this.isConnected ? this.attachedController : null);
    super.update(changes);
  }

  override updated(): void {
    const isListening = this.#running?.name === 'microphone' && this.isConnected;
    this.#level.listen(isListening ? (this.attachedController?.audio ?? null) : null);
  }

  get #running() {
    return this.#work.state?.steps.find(({ status }) => status === 'running') ?? null;
  }

  override render() {
    const { state } = this.#work;
    if (!state) return nothing;
    const isOver = state.status !== 'ready' && state.status !== 'running';
    return html`<section
      class="root"
      part="diagnostics"
      aria-labelledby="title"
      lang=${this.language.tag}
      dir=${this.language.direction}
    >
      <h3 id="title" part="title">${words.checkMyPhone()}</h3>
      ${state.status === 'ready' ? html`<p class="hint">${words.whatItDoes()}</p>` : this.#renderSteps()}
      <p class="summary" part="summary" role="status" data-verdict=${isOver ? verdictOf(state) : nothing}>
        ${this.#summary}
      </p>
      <div class="buttons">
        ${this.#renderMainButton()}
        ${
          isOver
            ? renderButton({ name: words.download(), handleClick: () => this.#work.download() })
            : nothing
        }
      </div>
      ${isOver ? html`<p class="hint">${words.whatReportHolds()}</p>` : nothing}
    </section>`;
  }

  #renderSteps() {
    const steps = this.#work.state?.steps.map((step) => renderStep(step, this.#level)) ?? [];
    return html`<ol part="steps">
      ${steps}
    </ol>`;
  }

  #renderMainButton() {
    const { state, canStart } = this.#work;
    if (state?.status === 'running') {
      return renderButton({ name: words.stop(), handleClick: () => this.#work.stop() });
    }
    return renderButton({
      name: state?.status === 'ready' ? words.start() : words.again(),
      isMain: true,
      isPending: !canStart,
      handleClick: () => void this.#work.start(),
    });
  }

  /** The one place that is read out: where the check is, and what came of it. */
  get #summary(): string {
    const { state, hasFailedToLoad, canStart } = this.#work;
    if (hasFailedToLoad) return words.didNotLoad();
    const running = this.#running;
    if (running) return words.isRunning(stepNames[running.name]());
    const verdict = state && verdictOf(state);
    if (verdict) return verdictTexts[verdict]();
    return canStart ? '' : words.notInCall();
  }
}

const verdictTexts = {
  good: words.allGood,
  attention: words.needsAttention,
  failed: words.doesNotWork,
  cancelled: words.wasCancelled,
  interrupted: words.wasInterrupted,
} as const;

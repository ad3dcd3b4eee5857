import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import x from 'lucide/dist/esm/icons/x.mjs';
import { controllerOf, hasToast, registeredPhones, subscribeToPhones } from '../context/phone-registry.js';
import type { CallController } from '../core/call-controller.js';
import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { phoneTroubleStyles } from './phone-trouble.styles.js';
import { FirstMoments } from './shared/first-moments.js';
import { icon, icons } from './shared/icons.js';
import { PhoneElement } from './shared/phone-element.js';
import { tokens } from './shared/tokens.styles.js';
import { boardOf } from './shared/trouble-board.js';
import { CalmTrouble } from './trouble/calm-trouble.js';
import { chooseHelp } from './trouble/choose-help.js';
import type { Help } from './trouble/choose-help.js';
import { describeTrouble } from './trouble/describe-trouble.js';
import { findTrouble } from './trouble/find-trouble.js';
import type { Trouble } from './trouble/find-trouble.js';
import { give } from './trouble/give-help.js';
import { helpName } from './trouble/help-name.js';
import { findSettings } from './trouble/open-settings.js';
import { findSignInUrl } from './trouble/sign-in-url.js';
import { troubleTexts } from './trouble/trouble-texts.js';

/**
 * The one place where a phone's trouble stands in the person's words: what happened, what it means for the call
 * or the phone, and one button that helps. It is empty while all is well, and waits a moment before it speaks of
 * what may heal by itself.
 *
 * @summary What went wrong, in words, with a button that helps.
 *
 * @fires {DeviceSignInRequestEvent} device-sign-in-request - "Sign in" was clicked. Can be prevented.
 * @fires {CallAnswerRequestEvent} call-answer-request - A call is to be answered once more. Can be prevented.
 * @fires {CallMakeRequestEvent} call-make-request - "Call again" was clicked. Can be prevented.
 *
 * @csspart trouble - The box around it all.
 * @csspart happened - What happened.
 * @csspart meaning - What it means for the call or the phone.
 * @csspart remedy - What the person can do.
 * @csspart developer - What whoever runs the page must know, in English, while something is not set up right.
 * @csspart help-button - The button that helps, or the link to where one signs in.
 * @csspart close-button - The button that puts away what is over.
 *
 * @cssproperty --twilio-phone-danger - The colour of the icon and the edge.
 * @cssproperty --twilio-phone-surface - The background.
 * @cssproperty --twilio-phone-text - The colour of the words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class PhoneTrouble extends PhoneElement {
  static override styles = [tokens, phoneTroubleStyles];

  /** Calls back after so many milliseconds. Tests have a clock of their own. */
  static schedule: ClockPort['schedule'] = (delayInMilliseconds, callback) => {
    const timer = window.setTimeout(callback, delayInMilliseconds);
    return () => window.clearTimeout(timer);
  };

  /** Where the person signs in. Default: what the phone's own `sign-in-url` says. */
  @property({ attribute: 'sign-in-url' }) signInUrl: string | null = null;

  readonly #calm = new CalmTrouble(this, (...delay) => PhoneTrouble.schedule(...delay));
  readonly #firstMoments = new FirstMoments();
  #trouble: Trouble | null = null;
  /** What was closed by hand and is not over. */
  #closed: Trouble | null = null;
  #watched: CallController | null = null;
  #stopWatching: Unsubscribe = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch(null);
  }

  override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const controller = this.isConnected ? this.attachedController : null;
    this.#watch(controller);
    const before = this.#trouble;
    this.#trouble = controller ? this.#find(controller) : null;
    if (this.#trouble?.error.code !== before?.error.code) this.#firstMoments.begin();
  }

  /** A place of trouble for its phone, for as long as it stands in the page. */
  #watch(controller: CallController | null): void {
    if (controller === this.#watched) return;
    this.#stopWatching();
    this.#watched = controller;
    const update = () => this.requestUpdate();
    const board = controller && boardOf(controller);
    const stops = board ? [board.take(this), board.subscribe(update), subscribeToPhones(update)] : [];
    this.#stopWatching = () => stops.forEach((stop) => stop());
  }

  #find(controller: CallController): Trouble | null {
    const state = controller.getState();
    const { attempt, seenCallId } = boardOf(controller);
    const isServed = registeredPhones().some((phone) => controllerOf(phone) === controller);
    const found = findTrouble(state, { attempt, seenCallId, hasToast: isServed || hasToast(controller) });
    // A call that begins makes up for what failed before it.
    if (state.calls.length > 0) queueMicrotask(() => boardOf(controller).dismiss(state.lastCall?.id ?? null));
    if (!found || found.error !== this.#closed?.error) this.#closed = null;
    return this.#calm.calm(this.#closed ? null : found, state.device);
  }

  get #help(): Help | null {
    const isInsecurePage = location.protocol === 'http:' && window.top === window;
    return (
      this.#trouble && chooseHelp(this.#trouble, { hasSettings: findSettings(this) !== null, isInsecurePage })
    );
  }

  #handleHelp = (event: Event): void => {
    const { attachedController: controller } = this;
    const help = this.#help;
    if (!controller || !help || !this.#trouble) return;
    if (this.#firstMoments.isAccident(event)) return event.preventDefault();
    if (help === 'close') this.#close();
    else give(help, { element: this, controller, trouble: this.#trouble, event });
  };

  #close = (): void => {
    const { attachedController: controller } = this;
    this.#closed = this.#trouble;
    if (controller) boardOf(controller).dismiss(controller.getState().lastCall?.id ?? null);
    this.requestUpdate();
  };

  override render() {
    const trouble = this.#trouble;
    // The live region stays in the page: one that comes together with its words is not read out.
    return html`<div class="root" lang=${this.language.tag} dir=${this.language.direction}>
      <div class=${trouble ? 'box' : 'empty'} part=${trouble ? 'trouble' : nothing}>
        ${trouble ? icons.warning() : nothing}
        <div class="words" role="status">${trouble ? renderWords(trouble) : nothing}</div>
        ${trouble && isOver(trouble) && this.#help !== 'close' ? this.#renderClose() : nothing}
        ${trouble ? this.#renderMore(trouble) : nothing}
      </div>
    </div>`;
  }

  #renderClose() {
    return html`<button
      type="button"
      class="close"
      part="close-button"
      aria-label=${troubleTexts.close()}
      title=${troubleTexts.close()}
      @click=${this.#close}
    >
      ${icon(x)}
    </button>`;
  }

  #renderMore(trouble: Trouble): TemplateResult {
    const help = this.#help;
    return html`${renderForDevelopers(trouble)}${help ? this.#renderHelp(trouble, help) : nothing}`;
  }

  #renderHelp(trouble: Trouble, help: Help) {
    const isUnderWay = this.phoneState?.device.pending.includes('register') && trouble.about === 'device';
    const name = isUnderWay ? troubleTexts.tryingAgain() : helpName(help, trouble);
    const url = help === 'sign-in' ? findSignInUrl(this, this.attachedController) : null;
    if (url) {
      return html`<a class="help" part="help-button" href=${url} @click=${this.#handleHelp}
        >${troubleTexts.signIn()}</a
      >`;
    }
    return html`<button
      type="button"
      class="help"
      part="help-button"
      aria-disabled=${isUnderWay ? 'true' : nothing}
      @click=${isUnderWay ? nothing : this.#handleHelp}
    >
      ${name}
    </button>`;
  }
}

function renderWords(trouble: Trouble) {
  const { happened, meaning, remedy } = describeTrouble(trouble);
  return html`
    <p class="happened" part="happened">${happened}</p>
    ${meaning ? html`<p part="meaning">${meaning}</p>` : nothing}
    ${remedy ? html`<p part="remedy">${remedy}</p>` : nothing}
  `;
}

/** Whoever sets up the phone sees it first. */
function renderForDevelopers(trouble: Trouble) {
  if (trouble.about !== 'device' || trouble.device.isConfigured) return nothing;
  const { message, code } = trouble.error;
  return html`<p class="developer" part="developer">
    ${troubleTexts.forThePage()} <bdi lang="en">${message} (${code})</bdi>
  </p>`;
}

/** What is over stays until the person has seen it. */
function isOver({ about }: Trouble): boolean {
  return about === 'last-call' || about === 'attempt';
}

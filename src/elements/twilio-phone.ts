import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { hasToast, subscribeToPhones } from '../context/phone-registry.js';
import type { CallController } from '../core/call-controller.js';
import type { NotificationPermissionPort } from '../core/notification-permission.js';
import { PhoneError } from '../core/phone-error.js';
import type { Unsubscribe } from '../core/ports.js';
import type { DockFrame } from './dock/dock-frame.js';
import { DockStand } from './shared/dock-stand.js';
import { OwnPhone } from './shared/own-phone.js';
import type { PhoneComposer } from './shared/phone-composer.js';
import { PhoneProperties } from './shared/phone-properties.js';
import { checkColorScheme, dockOf } from './shared/phone-settings.js';
import { ServedAttention } from './shared/served-attention.js';
import { ServedPhone } from './shared/served-phone.js';
import { texts } from './shared/texts.js';
import { tokens } from './shared/tokens.styles.js';
import { warnOnce } from './shared/warn-once.js';
import { renderWholePhone } from './shared/whole-phone.js';
import { twilioPhoneStyles } from './twilio-phone.styles.js';

/**
 * A phone in the page. Without child elements it shows all of itself, in a dock; with child elements it shows
 * them instead. The toast for incoming calls is there in any case, unless the page has one of its own.
 *
 * @summary The phone: give it a `token-url`, and calls ring in the page.
 *
 * @slot - What to show instead of the whole phone. Elements of this library in here belong to this phone.
 *
 * @fires {DeviceRegisteringEvent} device-registering - Twilio is being asked to let calls ring here.
 * @fires {DeviceRegisteredEvent} device-registered - Calls ring here from now on.
 * @fires {DeviceUnregisteredEvent} device-unregistered - Calls do not ring here any more.
 * @fires {DeviceDestroyedEvent} device-destroyed - The phone is over.
 * @fires {DeviceTokenWillExpireEvent} device-token-will-expire - The token runs out soon.
 * @fires {DeviceAuthRequiredEvent} device-auth-required - The token endpoint said 401 or 403.
 * @fires {DeviceErrorEvent} device-error - Something went wrong with the connection.
 * @fires {CallIncomingEvent} call-incoming - Somebody calls.
 * @fires {CallConnectingEvent} call-connecting - A call was answered or dialled and is being set up.
 * @fires {CallRingingEvent} call-ringing - An outgoing call rings at the other end.
 * @fires {CallAcceptEvent} call-accept - A call is open.
 * @fires {CallReconnectingEvent} call-reconnecting - A call lost its connection and tries to come back.
 * @fires {CallReconnectedEvent} call-reconnected - A call came back.
 * @fires {CallMuteEvent} call-mute - The microphone was muted or unmuted.
 * @fires {CallHoldEvent} call-hold - A call was put on hold or resumed.
 * @fires {CallHoldAvailableEvent} call-hold-available - Holding the call became possible, or impossible.
 * @fires {CallTalkingWhileMutedEvent} call-talking-while-muted - The person began, or ceased, to talk into a muted microphone.
 * @fires {CallWarningEvent} call-warning - A quality warning was raised.
 * @fires {CallWarningClearedEvent} call-warning-cleared - A quality warning is over.
 * @fires {CallErrorEvent} call-error - Something went wrong in a call.
 * @fires {CallCancelEvent} call-cancel - The caller gave up, or another phone of this user answered.
 * @fires {CallRejectEvent} call-reject - A call was declined here.
 * @fires {CallIgnoreEvent} call-ignore - A call was let go here without telling the caller.
 * @fires {CallDisconnectEvent} call-disconnect - A call ended.
 * @fires {CallTransportCloseEvent} call-transport-close - A call ended because its connection was lost.
 * @fires {CallLogEvent} call-log - A call is over, and all about it is known: `record`. Once for each call.
 * @fires {CallFeedbackEvent} call-feedback - A person said how a call was.
 * @fires {CallMakeRequestEvent} call-make-request - `makeCall()` was called. Can be prevented.
 * @fires {CallAnswerRequestEvent} call-answer-request - `answerCall()` was called. Can be prevented.
 * @fires {CallRejectRequestEvent} call-reject-request - `rejectCall()` was called. Can be prevented.
 * @fires {CallEndRequestEvent} call-end-request - `endCall()` was called. Can be prevented.
 * @fires {CallMuteRequestEvent} call-mute-request - `toggleMute()` was called. Can be prevented.
 * @fires {CallHoldRequestEvent} call-hold-request - `toggleHold()` was called. Can be prevented.
 * @fires {DeviceSignInRequestEvent} device-sign-in-request - Somebody wants to sign in. Can be prevented.
 * @fires {CallDigitsRequestEvent} call-digits-request - `sendDigits()` was called. Can be prevented.
 *
 * @attr {string} lang - The language to speak, e.g. `de`. Default: the page's, else the browser's.
 * @attr {string} device-status - (read-only) Twilio's `Device.State`.
 * @attr {string} call-status - (read-only) Twilio's `Call.State` of the current call; absent without one.
 * @attr {string} call-direction - (read-only) `INCOMING` or `OUTGOING`; absent without a call.
 * @attr {boolean} ringing - (read-only) Somebody calls.
 * @attr {boolean} muted - (read-only) The current call's microphone is muted.
 * @attr {boolean} on-hold - (read-only) The current call is on hold.
 *
 * @attr {boolean} minimised - The dock shows no more than the status, and in a call its time, "Mute" and "End call".
 *
 * @csspart dock - The panel that holds the whole phone.
 * @csspart move-button - The handle that moves the dock: by hand, or by arrow keys. Pressed, it shows the corners.
 * @csspart corners - The buttons that move it to a corner.
 * @csspart corner-button - One of them.
 * @csspart minimise-button - The button that makes the dock small, or shows all of it.
 * @csspart party - Who is at the other end of the call.
 *
 * @cssproperty --twilio-phone-accent - The one accent colour: readiness and "Answer".
 * @cssproperty --twilio-phone-on-accent - The colour of words on it.
 * @cssproperty --twilio-phone-danger - The colour of hanging up and of trouble.
 * @cssproperty --twilio-phone-on-danger - The colour of what stands on it.
 * @cssproperty --twilio-phone-surface - The background.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 * @cssproperty --twilio-phone-radius - The corners.
 * @cssproperty --twilio-phone-density - How much room everything takes: 1, and 0.75 with `density="compact"`.
 */
export class TwilioPhone extends PhoneProperties {
  static override styles = [tokens, twilioPhoneStyles];

  /** Makes this element's phones and loads its parts. Handed over where the element is defined. */
  static composer: PhoneComposer | null = null;

  readonly #own = new OwnPhone(this, () => this.#handleOwnChange());
  readonly #attention = new ServedAttention(this, () => TwilioPhone.composer);
  readonly #served = new ServedPhone(this, (controller) => this.#attention.attend(controller));
  readonly #children = new MutationObserver(() => this.requestUpdate());
  #given: CallController | null = null;
  #stopWatchingPhones: Unsubscribe | null = null;
  #focused: Element | null = null;
  readonly #stand = new DockStand(() => TwilioPhone.composer?.dockMemory);
  #frame: DockFrame | null = null;

  /** The phone itself. A page may give one of its own, which the element then never destroys. */
  @property({ attribute: false })
  get controller(): CallController | null {
    return this.#given ?? this.#own.controller;
  }

  set controller(controller: CallController | null) {
    this.#given = controller;
  }

  /** What `<phone-settings>` offers; null until calls can come, and while `notifications` is not set. */
  get notificationPermission(): NotificationPermissionPort | null {
    return this.notifications ? this.#attention.notificationPermission : null;
  }

  /** Makes the browser ask whether the system may show calls. To be called within a click. */
  async requestNotificationPermission(): Promise<void> {
    await (await this.#attention.load()).askPermission();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#own.comeBack();
    this.#served.serve(this.controller);
    this.#children.observe(this, { childList: true });
    this.#stopWatchingPhones = subscribeToPhones(() => this.requestUpdate());
    void this.#obeyAttributes();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
    this.#stopWatchingPhones?.();
    this.#own.leave();
    void this.#obeyAttributes();
    // A phone that was only moved is back before this runs.
    queueMicrotask(() => this.#endUnlessBack());
  }

  override willUpdate(changes: PropertyValues<this>): void {
    if (!this.isConnected) return;
    checkColorScheme(this);
    if (!this.controller) this.#makeOwn();
    else if (changesTokens(changes)) void this.#own.changeTokenSource();
    this.#served.serve(this.controller);
    this.#loadParts();
    if (changes.size > 0) void this.#obeyAttributes();
    this.#focused = (this.#dock?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
  }

  override updated(): void {
    const dock = this.#dock;
    if (!dock || !this.isConnected) return;
    this.#stand.settle(dock);
    // What had the focus has given way to something else: the person is still at the phone.
    if (this.#focused && !this.#focused.checkVisibility()) dock.focus({ preventScroll: true });
  }

  /** It may stand in a modal dialog of the page. */
  get #dock(): HTMLElement | null {
    return this.#frame?.dock ?? this.renderRoot.querySelector('.dock');
  }

  protected override async whenReady(): Promise<CallController> {
    const controller = this.controller ?? (await this.#make());
    await this.#obeyAttributes();
    return controller;
  }

  #make(): Promise<CallController> {
    if (this.isConnected && TwilioPhone.composer) return this.#own.make(TwilioPhone.composer);
    throw new PhoneError('invalid-state', 'This <twilio-phone> has no phone: is it in a page?');
  }

  /** How calls are taken and placed, and whether links dial here: read by a part that comes with the phone. */
  async #obeyAttributes(): Promise<void> {
    const { controller } = this;
    if (!controller) return;
    const findDialer = () => this.#dock?.querySelector('phone-dialer') ?? this.querySelector('phone-dialer');
    try {
      const { obeyCallAttributes } = await import('./shared/call-attributes.js');
      await obeyCallAttributes(this, { controller, findDialer });
    } catch {
      // A part did not load. The phone works as if none of these attributes was there, and tries again.
    }
  }

  #makeOwn(): void {
    if (TwilioPhone.composer) this.#own.ensure(TwilioPhone.composer);
    else warnOnce(this, 'nobody said how phones are made. Import twilio-phone/define, or set controller.');
  }

  #handleOwnChange(): void {
    if (this.isConnected) this.#served.serve(this.controller);
    else if (!this.controller) this.#served.end();
    void this.#obeyAttributes();
    this.requestUpdate();
  }

  /** Once calls can come, or why they cannot is to be said: nothing of it stands before being reachable. */
  #loadParts(): void {
    const { device, calls } = this.controller?.getState() ?? {};
    if (!this.isDeviceReady() && !device?.error && !calls?.length) return;
    for (const load of Object.values(TwilioPhone.composer?.parts ?? {})) load().catch(() => undefined);
    if (!this.#frame) void this.#loadFrame();
  }

  async #loadFrame(): Promise<void> {
    try {
      const { DockFrame } = await import('./dock/dock-frame.js');
      this.#frame ??= new DockFrame(this, this.#stand);
      this.requestUpdate();
    } catch {
      // The status and the toast stand without it. The next change of the phone tries again.
    }
  }

  /** A controller of its own is served until its grace is over. */
  #endUnlessBack(): void {
    if (!this.isConnected && (this.#given || !this.#own.controller)) this.#served.end();
  }

  override render() {
    const { controller } = this;
    return html`
      ${this.childElementCount > 0 ? html`<slot></slot>` : this.#renderWholePhone()}
      ${
        controller && !hasToast(controller)
          ? html`<incoming-call-toast
              exportparts=${toastParts}
              .controller=${controller}
              .isFallback=${true}
            ></incoming-call-toast>`
          : nothing
      }
    `;
  }

  #renderWholePhone() {
    const { controller, notificationPermission } = this;
    const place = this.#stand.placeIn(dockOf(this));
    const waiting = this.#own.hasFailed ? texts.offlineTryingAgain() : texts.connecting();
    return html`<div class="root" lang=${this.language.tag} dir=${this.language.direction}>
      ${renderWholePhone({
        controller,
        notificationPermission,
        waiting,
        place,
        isMinimised: this.minimised && place !== 'none',
        renderParts: (parts) => this.#frame?.render(parts),
      })}
    </div>`;
  }
}

function changesTokens(changes: PropertyValues<TwilioPhone>): boolean {
  return changes.has('tokenUrl') || changes.has('tokenCredentials') || changes.has('tokenProvider');
}

const toastParts = 'toast, caller, number, message, answer-button, decline-button';

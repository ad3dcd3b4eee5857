import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallController } from '../core/call-controller.js';
import { activeCalls } from '../core/phone-state.js';
import type { CallCommand, CallState } from '../core/phone-state.js';
import { CallEndRequestEvent, CallHoldRequestEvent, CallMuteRequestEvent } from '../events/request-events.js';
import { callControlsStyles } from './call-controls.styles.js';
import { ask } from './shared/ask.js';
import { CallClock } from './shared/call-clock.js';
import { controlTexts } from './shared/control-texts.js';
import { formatDuration } from './shared/format-duration.js';
import { icons } from './shared/icons.js';
import { PhoneElement } from './shared/phone-element.js';
import { RovingFocus } from './shared/roving-focus.js';
import { tokens } from './shared/tokens.styles.js';

interface Control {
  readonly name: string;
  readonly part: string;
  readonly icon: TemplateResult;
  /** Lit up: the microphone is muted, the call is on hold. */
  readonly isOn?: boolean;
  readonly isPending?: boolean;
  /** Set for a button that opens something: whether that is open. */
  readonly isExpanded?: boolean;
  /** Why it cannot be used; '' when there is nothing to say, null when it can. */
  readonly unavailable: string | null;
  readonly handleClick?: () => void;
}

/**
 * The buttons of the call that is going on, and how long it has lasted. Without a call it shows nothing.
 *
 * @summary Mute, hold, keypad, hang up, and the call's time. A toolbar: arrow keys move among the buttons.
 *
 * @fires {CallMuteRequestEvent} call-mute-request - Mute or Unmute was pressed. Can be prevented.
 * @fires {CallHoldRequestEvent} call-hold-request - Hold or Resume was pressed. Can be prevented.
 * @fires {CallEndRequestEvent} call-end-request - End call was pressed. Can be prevented.
 *
 * @csspart controls - The toolbar.
 * @csspart timer - The call's time.
 * @csspart note - That a recording was asked for.
 * @csspart mute-button - The button "Mute" or "Unmute".
 * @csspart hold-button - The button "Hold" or "Resume".
 * @csspart keypad-button - The button "Keypad".
 * @csspart end-button - The button "End call".
 *
 * @cssproperty --twilio-phone-danger - The colour of the button that hangs up.
 * @cssproperty --twilio-phone-on-danger - The colour of its icon.
 * @cssproperty --twilio-phone-surface - The colour behind the controls, from which the buttons' is mixed.
 * @cssproperty --twilio-phone-text - The colour of words and icons.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class CallControls extends PhoneElement {
  static override styles = [tokens, callControlsStyles];

  /** Loads and defines the keypad. Handed over where the element is defined. */
  static loadKeypad: (() => Promise<unknown>) | null = null;

  /** All in one line, for where there is little room: the buttons show no words, and have them all the same. */
  @property({ type: Boolean, reflect: true }) slim = false;

  readonly #clock = new CallClock(this);
  readonly #focus: RovingFocus = new RovingFocus(this);
  /** The call that the controls were last about. */
  #callId: string | null = null;
  #isKeypadOpen = false;

  /** Moves the focus to the button that had it last. */
  override focus(options?: FocusOptions): void {
    this.#focus.focus(options);
  }

  override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    const call = this.#call;
    this.#clock.follow(call?.openedAt ?? null);
    if (this.#callId === (call?.id ?? null)) return;
    this.#callId = call?.id ?? null;
    this.#isKeypadOpen = false;
    if (call) this.#loadKeypad();
  }

  /** Early, so that it is there when it is asked for; a try that failed is made again then. */
  #loadKeypad(): void {
    CallControls.loadKeypad?.().catch(() => undefined);
  }

  /** Whoever opens it wants to key something; whoever closes it goes on where they were. */
  #toggleKeypad = async (): Promise<void> => {
    this.#isKeypadOpen = !this.#isKeypadOpen;
    this.#loadKeypad();
    this.requestUpdate();
    await this.updateComplete;
    const keypad = this.renderRoot.querySelector('call-keypad');
    if (!keypad) return this.#keypadButton?.focus();
    await customElements.whenDefined('call-keypad');
    await keypad.updateComplete;
    keypad.focus({ preventScroll: true });
  };

  #handleKeypadKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    void this.#toggleKeypad();
  };

  get #keypadButton(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[part="keypad-button"]');
  }

  /** The call that the controls are about. */
  get #call(): CallState | null {
    return this.phoneState ? (activeCalls(this.phoneState)[0] ?? null) : null;
  }

  override render() {
    const call = this.#call;
    const controller = this.attachedController;
    if (!call || !controller) return nothing;
    const toggleKeypad = { isOpen: this.#isKeypadOpen, toggle: () => void this.#toggleKeypad() };
    const buttons = controlsOf(this, call, controller, toggleKeypad).map((control) =>
      renderControl(control, this.slim ? control.name : nothing),
    );
    return html`<div class="root" lang=${this.language.tag} dir=${this.language.direction}>
      <div
        part="controls"
        role="toolbar"
        aria-label=${controlTexts.callControls()}
        @keydown=${this.#focus.handleKeyDown}
        @focusin=${this.#focus.handleFocusIn}
      >
        <p class="timer" part="timer" role="timer" aria-label=${controlTexts.callTime()}>
          ${this.#renderTime()}
        </p>
        ${isRecordingAsked(call) ? html`<p class="note" part="note">${controlTexts.recordingAsked()}</p>` : nothing}
        <div class="buttons">${buttons}</div>
      </div>
      <div id="keypad" @keydown=${this.#handleKeypadKeyDown}>
        ${
          this.#isKeypadOpen
            ? html`<call-keypad exportparts=${keypadParts} .controller=${controller}></call-keypad>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderTime() {
    const { elapsed } = this.#clock;
    return elapsed === null ? '' : formatDuration(elapsed);
  }

  override updated(): void {
    this.#focus.apply();
  }
}

const keypadParts = 'keypad, keyed, keys, key';

interface KeypadToggle {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** Asked of the backend when the call was placed; no backend has confirmed it. */
function isRecordingAsked({ direction, parameters }: CallState): boolean {
  return direction === 'OUTGOING' && parameters['record'] === 'true';
}

function controlsOf(
  element: CallControls,
  call: CallState,
  controller: CallController,
  keypad: KeypadToggle,
): Control[] {
  const isPending = (command: CallCommand) => call.pending.includes(command);
  const unavailable = (command: CallCommand) => (controller.can(command, call.id) ? null : '');
  return [
    {
      name: call.isMuted ? controlTexts.unmute() : controlTexts.mute(),
      part: 'mute-button',
      icon: call.isMuted ? icons.unmute() : icons.mute(),
      isOn: call.isMuted,
      isPending: isPending('toggleMute'),
      unavailable: unavailable('toggleMute'),
      handleClick: () => ask(element, new CallMuteRequestEvent(call), () => controller.toggleMute(call.id)),
    },
    {
      name: call.isOnHold ? controlTexts.resume() : controlTexts.hold(),
      part: 'hold-button',
      icon: call.isOnHold ? icons.resume() : icons.hold(),
      isOn: call.isOnHold,
      isPending: isPending('toggleHold'),
      unavailable: controller.can('toggleHold', call.id) ? null : whyNotHold(call),
      handleClick: () => ask(element, new CallHoldRequestEvent(call), () => controller.toggleHold(call.id)),
    },
    {
      name: controlTexts.keypad(),
      part: 'keypad-button',
      icon: icons.keypad(),
      isOn: keypad.isOpen,
      isExpanded: keypad.isOpen,
      unavailable:
        keypad.isOpen || controller.can('sendDigits', call.id) ? null : controlTexts.keypadUnavailable(),
      handleClick: keypad.toggle,
    },
    {
      name: controlTexts.endCall(),
      part: 'end-button',
      icon: icons.endCall(),
      isPending: isPending('endCall'),
      unavailable: unavailable('endCall'),
      handleClick: () => ask(element, new CallEndRequestEvent(call), () => controller.endCall(call.id)),
    },
  ];
}

function whyNotHold(call: CallState): string {
  if (!call.isHoldAvailable) return controlTexts.holdUnavailable();
  return call.status === 'open' ? '' : controlTexts.holdNotYet();
}

/** A button that cannot be used stays reachable, so that the reason can be read. */
function renderControl(control: Control, title: string | typeof nothing) {
  const { name, part, icon, isOn, isPending, isExpanded, unavailable, handleClick } = control;
  const isUsable = unavailable === null;
  return html`<button
    type="button"
    part=${part}
    ?data-on=${isOn}
    ?data-pending=${isPending}
    aria-disabled=${isUsable ? nothing : 'true'}
    aria-expanded=${isExpanded === undefined ? nothing : isExpanded}
    aria-controls=${isExpanded === undefined ? nothing : 'keypad'}
    title=${unavailable || title}
    @click=${isUsable ? handleClick : nothing}
  >
    <span class="disc">${icon}</span><span class="name">${name}</span>
  </button>`;
}

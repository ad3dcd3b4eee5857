import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { AudioDevicesPort } from '../core/audio-devices.js';
import type { NotificationPermissionPort } from '../core/notification-permission.js';
import type { Unsubscribe } from '../core/ports.js';
import { phoneSettingsStyles } from './phone-settings.styles.js';
import { AudioWatch } from './settings/audio-watch.js';
import { fieldStyles } from './settings/fields.styles.js';
import { LevelDisplay } from './settings/level-display.js';
import { MicrophoneTrial } from './settings/microphone-trial.js';
import { OnScreen } from './settings/on-screen.js';
import { renderRinger, renderSpeaker } from './settings/render-loudspeakers.js';
import { renderMicrophone } from './settings/render-microphone.js';
import { renderNotifications, renderPermission, renderSoundBlocked } from './settings/render-notices.js';
import { renderVoice } from './settings/render-voice.js';
import { settingsTexts } from './settings/settings-texts.js';
import { SettingsWork } from './settings/settings-work.js';
import { PhoneElement } from './shared/phone-element.js';
import { tokens } from './shared/tokens.styles.js';

/**
 * Microphone, loudspeaker and ring: which devices, how loud, and whether they work. While it can be seen, and
 * the microphone has been permitted, it shows how loud that hears; hidden, it lets go of it.
 *
 * @summary Sound settings: devices, ring volume, tests and a level meter.
 *
 * @csspart settings - The whole panel.
 * @csspart title - The word "Settings".
 * @csspart section - Microphone, loudspeaker, ring, how others hear the person, notifications: one each.
 * @csspart device - A list of devices.
 * @csspart meter - How loud the microphone hears.
 * @csspart volume - The slider of the ring's volume.
 * @csspart switch - One of the three switches.
 * @csspart button - A button.
 * @csspart notice - A card that asks for a click: permission, or sound.
 * @csspart messages - What is said about a section.
 *
 * @cssproperty --twilio-phone-accent - The colour of the meter, the switches and the main buttons.
 * @cssproperty --twilio-phone-on-accent - The colour of what stands on it.
 * @cssproperty --twilio-phone-surface - The colour behind the settings, from which the fields' is mixed.
 * @cssproperty --twilio-phone-text - The colour of words.
 * @cssproperty --twilio-phone-font - The font family.
 */
export class PhoneSettingsPanel extends PhoneElement {
  static override styles = [tokens, fieldStyles, phoneSettingsStyles];

  /** Whether the system may show calls, and how to ask for it. Without it nothing is said of that. */
  @property({ attribute: false }) notificationPermission: NotificationPermissionPort | null = null;

  readonly #devices = new AudioWatch(this);
  readonly #onScreen = new OnScreen(this);
  readonly #level = new LevelDisplay();
  readonly #trial = new MicrophoneTrial(this);
  readonly #work = new SettingsWork(this, () => this.#audio);
  #watchedPermission: NotificationPermissionPort | null = null;
  #stopWatchingPermission: Unsubscribe = () => undefined;

  get #audio(): AudioDevicesPort | null {
    return this.attachedController?.audio ?? null;
  }

  /** By now it is known which phone the element belongs to: that is looked up after `willUpdate()`. */
  override update(changes: PropertyValues): void {
    this.#devices.follow(this.#audio);
    this.#followPermission(this.isConnected ? this.notificationPermission : null);
    if (!this.#audio || !this.#onScreen.isVisible) this.#trial.cancel();
    super.update(changes);
  }

  override updated(): void {
    this.#level.listen(this.#isListening ? this.#audio : null);
  }

  /** The meter rests while a recording is played: it would only show the loudspeaker. */
  get #isListening(): boolean {
    const { state } = this.#devices;
    return this.#onScreen.isVisible && (state?.areLabelsKnown ?? false) && this.#trial.stage !== 'playing';
  }

  #followPermission(permission: NotificationPermissionPort | null): void {
    if (permission === this.#watchedPermission) return;
    this.#stopWatchingPermission();
    this.#watchedPermission = permission;
    this.#stopWatchingPermission = permission?.subscribe(() => this.requestUpdate()) ?? (() => undefined);
  }

  override render() {
    const { state } = this.#devices;
    if (!state) return nothing;
    const work = this.#work;
    return html`<div
      class="root"
      part="settings"
      role="group"
      aria-labelledby="title"
      lang=${this.language.tag}
      dir=${this.language.direction}
    >
      <h2 id="title" part="title">${settingsTexts.settings()}</h2>
      ${this.phoneState?.isSoundBlocked ? renderSoundBlocked() : nothing}
      ${state.areLabelsKnown ? nothing : renderPermission(work)}
      ${renderMicrophone({ state, work, level: this.#level, trial: this.#trial })}
      ${renderSpeaker(state, work)} ${renderRinger(state, work)} ${renderVoice(state, work)}
      ${renderNotifications(this.notificationPermission, work)}
      <phone-diagnostics
        exportparts="diagnostics, steps, step, summary"
        .controller=${this.attachedController}
      ></phone-diagnostics>
    </div>`;
  }
}

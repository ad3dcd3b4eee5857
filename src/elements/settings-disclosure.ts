import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import gear from 'lucide/dist/esm/icons/settings.mjs';
import type { NotificationPermissionPort } from '../core/notification-permission.js';
import { settingsDisclosureStyles } from './settings-disclosure.styles.js';
import { disclosureTexts } from './shared/disclosure-texts.js';
import { icon } from './shared/icons.js';
import { PhoneElement } from './shared/phone-element.js';
import { tokens } from './shared/tokens.styles.js';

const parts = 'settings, title, section, device, meter, volume, switch, button, notice, messages';

/**
 * The button that opens the settings, and the settings. Both lie in the layout of what they stand in: the button
 * beside its neighbours, the settings below them in a row of their own. Escape closes them.
 *
 * @summary The gear of the phone's dock: opens and closes `<phone-settings>`.
 *
 * @csspart settings-button - The button "Settings".
 *
 * @cssproperty --twilio-phone-text - The colour of its icon.
 */
export class SettingsDisclosure extends PhoneElement {
  static override styles = [tokens, settingsDisclosureStyles];

  /** Loads and defines `<phone-settings>`, when it is first opened. Handed over where the element is defined. */
  static loadSettings: (() => Promise<unknown>) | null = null;

  /** Whether the settings are shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Handed on to `<phone-settings>`. */
  @property({ attribute: false }) notificationPermission: NotificationPermissionPort | null = null;

  #hasFailed = false;

  override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    if (changes.has('open') && this.open) void this.#load();
  }

  async #load(): Promise<void> {
    // What was said of the last try is not true of this one.
    this.#hasFailed = false;
    try {
      await SettingsDisclosure.loadSettings?.();
    } catch {
      this.#hasFailed = true;
    }
    this.requestUpdate();
  }

  #handleClick = (): void => {
    this.open = !this.open;
  };

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
    event.preventDefault();
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  };

  override render() {
    const { attachedController: controller } = this;
    if (!controller) return nothing;
    return html`<div
      class="root"
      lang=${this.language.tag}
      dir=${this.language.direction}
      @keydown=${this.#handleKeyDown}
    >
      <button
        type="button"
        part="settings-button"
        aria-label=${disclosureTexts.settings()}
        title=${disclosureTexts.settings()}
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="panel"
        @click=${this.#handleClick}
      >
        ${icon(gear)}
      </button>
      <div id="panel" class="panel" ?hidden=${!this.open}>
        <p class="failure" role="status">${this.#hasFailed ? disclosureTexts.didNotLoad() : nothing}</p>
        ${
          this.open
            ? html`<phone-settings
                exportparts=${parts}
                .controller=${controller}
                .notificationPermission=${this.notificationPermission}
              ></phone-settings>`
            : nothing
        }
      </div>
    </div>`;
  }
}

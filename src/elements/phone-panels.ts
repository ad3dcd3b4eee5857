import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import clock from 'lucide/dist/esm/icons/clock.mjs';
import gear from 'lucide/dist/esm/icons/settings.mjs';
import type { CallController } from '../core/call-controller.js';
import type { NotificationPermissionPort } from '../core/notification-permission.js';
import { phonePanelsStyles } from './phone-panels.styles.js';
import { formatCount } from './shared/format-number.js';
import { icon } from './shared/icons.js';
import { panelTexts } from './shared/panel-texts.js';
import { PhoneElement } from './shared/phone-element.js';
import { tokens } from './shared/tokens.styles.js';

/** What the dock can open below the phone. */
export type PanelName = 'history' | 'settings';

const icons = { history: clock, settings: gear };
const settingsParts = 'settings, title, section, device, meter, volume, switch, button, notice, messages';
const historyParts = 'history, title, filter-button, day, call, call-button, button, messages';

/**
 * The buttons that open the history and the settings, and whichever is open: one at a time. All lie in the layout
 * of what they stand in: the buttons beside their neighbours, the panel below them in a row of its own. Escape
 * closes it.
 *
 * @summary The buttons "History" and "Settings" of the phone's dock.
 *
 * @csspart history-button - The button "History".
 * @csspart settings-button - The button "Settings".
 * @csspart badge - How many calls were missed.
 *
 * @cssproperty --twilio-phone-text - The colour of the icons.
 * @cssproperty --twilio-phone-danger - The colour behind the number of missed calls.
 * @cssproperty --twilio-phone-on-danger - The colour of that number.
 */
export class PhonePanels extends PhoneElement {
  static override styles = [tokens, phonePanelsStyles];

  /** Load and define a panel when it is first opened. Handed over where the element is defined. */
  static loaders: Readonly<Record<PanelName, () => Promise<unknown>>> | null = null;

  /** Which panel is shown: `history` or `settings`; null for none. */
  @property({ reflect: true }) open: PanelName | null = null;

  /** Handed on to `<phone-settings>`. */
  @property({ attribute: false }) notificationPermission: NotificationPermissionPort | null = null;

  #hasFailed = false;

  override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    if (changes.has('open') && this.open) void this.#load(this.open);
  }

  async #load(name: PanelName): Promise<void> {
    // What was said of the last try is not true of this one.
    this.#hasFailed = false;
    const hasFailed = await (PhonePanels.loaders?.[name]() ?? Promise.resolve()).then(
      () => false,
      () => true,
    );
    // Meanwhile the person may have opened the other.
    if (name !== this.open) return;
    this.#hasFailed = hasFailed;
    this.requestUpdate();
  }

  #toggle(name: PanelName): void {
    this.open = this.open === name ? null : name;
  }

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>(`[part='${this.open}-button']`)?.focus();
    this.open = null;
  };

  override render() {
    const { attachedController: controller } = this;
    if (!controller) return nothing;
    const { isKept } = controller.history.getState();
    return html`<div
      class="root"
      lang=${this.language.tag}
      dir=${this.language.direction}
      @keydown=${this.#handleKeyDown}
    >
      <div class="buttons">
        ${isKept ? this.#renderButton('history', panelTexts.history(), this.#renderBadge()) : nothing}
        ${this.#renderButton('settings', panelTexts.settings())}
      </div>
      <div id="panel" class="panel" ?hidden=${!this.open}>
        <p class="failure" role="status">${this.#hasFailed ? this.#failure : nothing}</p>
        ${this.open ? this.#renderPanel(controller) : nothing}
      </div>
    </div>`;
  }

  get #missedCount(): number {
    return this.phoneState?.missedCallCount ?? 0;
  }

  get #failure(): string {
    return this.open === 'history' ? panelTexts.historyDidNotLoad() : panelTexts.settingsDidNotLoad();
  }

  #renderButton(name: PanelName, label: string, badge: unknown = nothing) {
    return html`<button
      type="button"
      part=${name === 'history' ? 'history-button' : 'settings-button'}
      aria-label=${label}
      title=${label}
      aria-expanded=${this.open === name ? 'true' : 'false'}
      aria-controls="panel"
      aria-describedby=${name === 'history' ? 'missed' : nothing}
      @click=${() => this.#toggle(name)}
    >
      ${icon(icons[name])}${badge}
    </button>`;
  }

  #renderBadge() {
    const count = this.#missedCount;
    // The number is no text: the button's name stays "History", and its description says what is counted.
    return html`<span
        class="badge"
        part="badge"
        data-count=${formatCount(count)}
        ?hidden=${count === 0}
      ></span>
      <span id="missed" hidden>${count > 0 ? panelTexts.missed(count) : nothing}</span>`;
  }

  #renderPanel(controller: CallController) {
    if (this.open === 'history') {
      return html`<call-history exportparts=${historyParts} .controller=${controller}></call-history>`;
    }
    return html`<phone-settings
      exportparts=${settingsParts}
      .controller=${controller}
      .notificationPermission=${this.notificationPermission}
    ></phone-settings>`;
  }
}

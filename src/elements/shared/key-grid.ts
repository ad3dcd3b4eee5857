import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a key shows that it was pressed, whatever it was pressed with. */
const PRESS_IN_MILLISECONDS = 150;

/** Digits, and the letters that telephones have had on them since there were exchanges with names. */
const rows = [
  [
    ['1', ''],
    ['2', 'ABC'],
    ['3', 'DEF'],
  ],
  [
    ['4', 'GHI'],
    ['5', 'JKL'],
    ['6', 'MNO'],
  ],
  [
    ['7', 'PQRS'],
    ['8', 'TUV'],
    ['9', 'WXYZ'],
  ],
  [
    ['*', ''],
    ['0', ''],
    ['#', ''],
  ],
] as const;

const ROW_COUNT = rows.length;
const COLUMN_COUNT = rows[0].length;

interface KeyGridHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

export interface KeyGridLook {
  /** The grid's accessible name. */
  readonly name: string;
  /** Why its keys cannot be used, or null when they can. */
  readonly unavailable: string | null;
}

/**
 * Twelve keys, as a grid of buttons (ARIA APG): Tab reaches one of them, arrows, Home and End move among them.
 * They stand as on a telephone in every language, so their order never turns around.
 */
export class KeyGrid implements ReactiveController {
  readonly #host: KeyGridHost;
  readonly #press: (key: string) => void;
  #current = 0;
  #pressed = '';
  #timer = 0;

  constructor(host: KeyGridHost, press: (key: string) => void) {
    this.#host = host;
    this.#press = press;
    host.addController(this);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.#timer);
    this.#pressed = '';
  }

  /** Moves the focus to the key that had it last. */
  focus(options?: FocusOptions): void {
    this.#button(this.#current)?.focus(options);
  }

  /** Shows a key as pressed for a moment. */
  flash(key: string): void {
    this.#pressed = key;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#pressed = '';
      this.#host.requestUpdate();
    }, PRESS_IN_MILLISECONDS);
    this.#host.requestUpdate();
  }

  render({ name, unavailable }: KeyGridLook) {
    const isUsable = unavailable === null;
    const rendered = rows.map((row, index) => this.#renderRow(row, index * COLUMN_COUNT, isUsable));
    return html`<div
      class="keys"
      part="keys"
      role="grid"
      dir="ltr"
      aria-label=${name}
      aria-disabled=${isUsable ? nothing : 'true'}
      title=${unavailable ?? nothing}
      @keydown=${this.#handleKeyDown}
      @focusin=${this.#handleFocusIn}
    >
      ${rendered}
    </div>`;
  }

  #renderRow(row: (typeof rows)[number], first: number, isUsable: boolean) {
    const cells = row.map(([key, letters], column) =>
      this.#renderKey(key, letters, first + column, isUsable),
    );
    return html`<div role="row">${cells}</div>`;
  }

  #renderKey(key: string, letters: string, index: number, isUsable: boolean) {
    return html`<div role="gridcell">
      <button
        type="button"
        part="key"
        tabindex=${index === this.#current ? 0 : -1}
        ?data-pressed=${key === this.#pressed}
        aria-disabled=${isUsable ? nothing : 'true'}
        @click=${isUsable ? () => this.#handleClick(key) : nothing}
      >
        <span class="key">${key}</span><span class="letters" aria-hidden="true">${letters}</span>
      </button>
    </div>`;
  }

  #handleClick(key: string): void {
    this.flash(key);
    this.#press(key);
  }

  #handleFocusIn = (event: FocusEvent): void => {
    const index = this.#buttons.findIndex((button) => button === event.target);
    if (index < 0 || index === this.#current) return;
    this.#current = index;
    this.#host.requestUpdate();
  };

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const index = this.#indexFor(event);
    if (index === null) return;
    event.preventDefault();
    this.#button(index)?.focus();
  };

  #indexFor({ key, ctrlKey }: KeyboardEvent): number | null {
    const column = this.#current % COLUMN_COUNT;
    const first = this.#current - column;
    if (key === 'Home') return ctrlKey ? 0 : first;
    if (key === 'End') return ctrlKey ? ROW_COUNT * COLUMN_COUNT - 1 : first + COLUMN_COUNT - 1;
    if (ctrlKey) return null;
    if (key === 'ArrowLeft') return Math.max(first, this.#current - 1);
    if (key === 'ArrowRight') return Math.min(first + COLUMN_COUNT - 1, this.#current + 1);
    if (key === 'ArrowUp') return this.#current < COLUMN_COUNT ? null : this.#current - COLUMN_COUNT;
    if (key === 'ArrowDown')
      return first / COLUMN_COUNT === ROW_COUNT - 1 ? null : this.#current + COLUMN_COUNT;
    return null;
  }

  #button(index: number): HTMLButtonElement | undefined {
    return this.#buttons[index];
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLButtonElement>('.keys button')];
  }
}

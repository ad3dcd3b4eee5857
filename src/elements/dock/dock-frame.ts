import { adoptStyles, html, nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import arrowDownLeft from 'lucide/dist/esm/icons/arrow-down-left.mjs';
import arrowDownRight from 'lucide/dist/esm/icons/arrow-down-right.mjs';
import arrowUpLeft from 'lucide/dist/esm/icons/arrow-up-left.mjs';
import arrowUpRight from 'lucide/dist/esm/icons/arrow-up-right.mjs';
import maximise from 'lucide/dist/esm/icons/maximize-2.mjs';
import minimise from 'lucide/dist/esm/icons/minimize-2.mjs';
import { matching } from '../shared/attribute-values.js';
import { placeName } from '../shared/dock-stand.js';
import type { DockChoice, DockStand } from '../shared/dock-stand.js';
import { icon } from '../shared/icons.js';
import { renderPhoneParts } from '../shared/whole-phone-parts.js';
import type { PhoneParts } from '../shared/whole-phone-parts.js';
import { boxOf, DockDrag } from './dock-drag.js';
import { placeAt } from './dock-geometry.js';
import type { Place } from './dock-geometry.js';
import { glide, unfold } from './dock-motion.js';
import { dockTexts } from './dock-texts.js';
import { DockTravel } from './dock-travel.js';
import { dockStyles } from './dock.styles.js';

/** The phone whose dock it is. */
export interface DockHost extends LitElement {
  minimised: boolean;
  readonly density: string | null;
}

/** So far an arrow key moves the dock. */
const STEP_IN_PIXELS = 40;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_IN_PIXELS, 0],
  ArrowRight: [STEP_IN_PIXELS, 0],
  ArrowUp: [0, -STEP_IN_PIXELS],
  ArrowDown: [0, STEP_IN_PIXELS],
};
const corners = [
  { x: 0, y: 0, name: dockTexts.topLeft, shape: arrowUpLeft },
  { x: 1, y: 0, name: dockTexts.topRight, shape: arrowUpRight },
  { x: 0, y: 1, name: dockTexts.bottomLeft, shape: arrowDownLeft },
  { x: 1, y: 1, name: dockTexts.bottomRight, shape: arrowDownRight },
];

/**
 * What surrounds the phone in its dock: it moves, by hand, by arrow keys and to a corner by a button; it becomes
 * small; it follows into the page's modal dialogs. Nothing of it is painted first, so it comes with its styles.
 */
export class DockFrame implements ReactiveController {
  readonly #host: DockHost;
  readonly #stand: DockStand;
  readonly #travel: DockTravel;
  /** The dock that can be taken up. */
  #held: HTMLElement | null = null;
  #isChoosing = false;
  /** Where the dock stood before it was taken up. */
  #before: DockChoice = {};

  /** The host has been rendered before. */
  constructor(host: DockHost, stand: DockStand) {
    this.#host = host;
    this.#stand = stand;
    const { elementStyles } = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, dockStyles]);
    // A sheet over half of a small screen is nobody's wish before they asked for it.
    host.minimised = stand.choice.isMinimised ?? (host.minimised || isSmallScreen());
    this.#travel = new DockTravel(host);
    host.addController(this);
  }

  /** The dock, wherever it is. */
  get dock(): HTMLElement | null {
    return this.#travel.dock;
  }

  hostUpdate(): void {
    matching(this.#host, 'density', this.#host.density, /^(comfortable|compact)$/, 'compact');
    // What is rendered in its stead would leave it behind.
    if (this.#host.childElementCount > 0) this.#travel.comeHome();
  }

  hostUpdated(): void {
    const { dock } = this;
    if (!dock || dock === this.#held) return;
    this.#held = dock;
    new DockDrag(dock, {
      isGrip: (event) => this.#isGrip(event),
      take: () => {
        this.#before = this.#stand.choice;
        this.#isChoosing = false;
      },
      // While it is in the hand nothing is kept.
      move: (place) => this.#put({ ...this.#before, ...place }),
      drop: (place) => (place ? void this.#moveTo(place) : this.#put(this.#before)),
    });
    dock.addEventListener('click', this.#handleClick);
  }

  render(parts: PhoneParts) {
    return html`${parts.place === 'none' ? nothing : this.#renderFrame(parts.place)}${renderPhoneParts(parts)}`;
  }

  #renderFrame(place: string) {
    const { minimised } = this.#host;
    const name = minimised ? dockTexts.open() : dockTexts.minimise();
    const choices = corners.map((corner) => this.#renderCorner(corner, place));
    return html`
      <div class="handle" @keydown=${this.#handleKeyDown}>
        <button
          type="button"
          part="move-button"
          aria-label=${dockTexts.move()}
          title=${dockTexts.moveHint()}
          aria-expanded=${this.#isChoosing ? 'true' : 'false'}
          aria-controls="corners"
          @click=${this.#handleMoveClick}
        ></button>
        <div
          id="corners"
          part="corners"
          role="group"
          aria-label=${dockTexts.move()}
          ?hidden=${!this.#isChoosing}
        >
          ${choices}
        </div>
      </div>
      <button
        type="button"
        class="size"
        part="minimise-button"
        aria-label=${name}
        title=${name}
        @click=${this.#toggle}
      >
        ${icon(minimised ? maximise : minimise)}
      </button>
    `;
  }

  #renderCorner({ x, y, name, shape }: (typeof corners)[number], place: string) {
    const isHere = place === placeName(x, y);
    return html`<button
      type="button"
      part="corner-button"
      aria-label=${name()}
      title=${name()}
      aria-pressed=${isHere ? 'true' : 'false'}
      @click=${() => this.#handleCorner({ x, y })}
    >
      ${icon(shape)}
    </button>`;
  }

  #handleMoveClick = (): void => {
    this.#choose(!this.#isChoosing);
  };

  #choose(isChoosing: boolean): void {
    this.#isChoosing = isChoosing;
    this.#host.requestUpdate();
  }

  #handleCorner(place: Place): void {
    this.#choose(false);
    this.#moveButton?.focus();
    void this.#moveTo(place);
  }

  get #moveButton(): HTMLElement | null {
    return this.dock?.querySelector<HTMLElement>('[part="move-button"]') ?? null;
  }

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#isChoosing) {
      event.preventDefault();
      this.#choose(false);
      return this.#moveButton?.focus();
    }
    const { dock } = this;
    const [across, along] = steps[event.key] ?? [];
    if (across === undefined || along === undefined || !dock || event.target !== this.#moveButton) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { left, top } = dock.getBoundingClientRect();
    void this.#moveTo(placeAt(left + across, top + along, boxOf(dock)));
  };

  #isGrip(event: PointerEvent): boolean {
    const path = event.composedPath().filter((node) => node instanceof Element);
    const isOnHandle = path.some((element) => element.matches('[part="move-button"]'));
    return isOnHandle || (this.#host.minimised && !path.some((element) => element.matches('button, a')));
  }

  /** Who presses the small dock beside its buttons wants to see all of it. */
  #handleClick = (event: MouseEvent): void => {
    if (!this.#host.minimised) return;
    const isOnButton = event
      .composedPath()
      .some((node) => node instanceof Element && node.matches('button, a, [role="status"] p:not(.line)'));
    if (!isOnButton) void this.#toggle();
  };

  #toggle = async (): Promise<void> => {
    const { dock } = this;
    this.#host.minimised = !this.#host.minimised;
    this.#isChoosing = false;
    this.#keep({ isMinimised: this.#host.minimised });
    await this.#host.updateComplete;
    if (dock) unfold(dock);
  };

  async #moveTo(place: Place): Promise<void> {
    const { dock } = this;
    const before = dock?.getBoundingClientRect();
    this.#keep(place);
    await this.#host.updateComplete;
    if (dock && before) glide(dock, before);
  }

  #put(choice: DockChoice): void {
    this.#stand.choice = choice;
    this.#host.requestUpdate();
  }

  #keep(choice: DockChoice): void {
    const { memory, dock } = this.#stand;
    this.#put({ ...this.#stand.choice, ...choice });
    const kept = memory?.load();
    // Anybody may have written it: of a text each letter would be kept, and more of them each time.
    if (dock) memory?.save({ ...(typeof kept === 'object' ? kept : {}), [dock]: this.#stand.choice });
  }
}

/** A telephone's, or a window as narrow: there the dock is a sheet along the bottom. */
function isSmallScreen(): boolean {
  return matchMedia('(max-width: 480px)').matches;
}

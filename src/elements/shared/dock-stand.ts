import type { DockMemory } from './phone-composer.js';
import type { Dock } from './phone-settings.js';

/** What a person made of a dock. What is missing is as the page says. */
export interface DockChoice {
  /** From the left of the window, 0, to its right, 1: the dock's share of the room that it leaves. */
  readonly x?: number;
  /** From the top of the window, 0, to its bottom, 1. */
  readonly y?: number;
  readonly isMinimised?: boolean;
}

/** Where a phone's dock stands: where the page put it, until somebody moves it. */
export class DockStand {
  /** What is remembered of the dock that the page named last. */
  choice: DockChoice = {};
  /** That dock. */
  dock: Dock | null = null;
  readonly #findMemory: () => DockMemory | undefined;

  constructor(findMemory: () => DockMemory | undefined) {
    this.#findMemory = findMemory;
  }

  get memory(): DockMemory | undefined {
    return this.#findMemory();
  }

  /** A corner's name; `free` for any other place; `none` where the page has the phone stand in its own layout. */
  placeIn(dock: Dock): string {
    if (dock !== this.dock) this.choice = readChoice(this.memory?.load(), dock);
    this.dock = dock;
    const { x = 0, y } = this.choice;
    if (y === undefined || dock === 'none') return dock;
    return placeName(x, y);
  }

  /** Puts the dock there, above the page. */
  settle(section: HTMLElement): void {
    const { x, y } = this.choice;
    section.style.setProperty('--x', `${x}`);
    section.style.setProperty('--y', `${y}`);
    if (section.popover && !section.matches(':popover-open')) section.showPopover();
  }
}

/** A corner's name, or `free`. */
export function placeName(x: number, y: number): string {
  return x % 1 || y % 1 ? 'free' : `${y ? 'bottom' : 'top'}-${x ? 'right' : 'left'}`;
}

/** Anybody may have written it. */
function readChoice(kept: unknown, dock: Dock): DockChoice {
  const { x, y, isMinimised } = Object(
    (kept as Record<string, unknown> | null | undefined)?.[dock],
  ) as Record<string, unknown>;
  return {
    ...(isShare(x) && isShare(y) ? { x, y } : {}),
    ...(typeof isMinimised === 'boolean' ? { isMinimised } : {}),
  };
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

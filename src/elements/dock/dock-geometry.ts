/** Where a dock may stand in a window. Shares instead of pixels keep it inside when either changes its size. */

/** Between the dock and the window's edges. */
const MARGIN_IN_PIXELS = 16;
/** What is let go so near to an edge goes to it. */
const SNAP_IN_PIXELS = 48;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A size, of the dock or of the window. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A dock in its window. */
export interface DockedBox {
  readonly dock: Size;
  readonly window: Size;
}

/** The place whose dock has its left upper corner there, or as near as the window allows. */
export function placeAt(left: number, top: number, box: DockedBox): Place {
  const room = roomOf(box);
  return {
    x: shareOf(left - MARGIN_IN_PIXELS, room.width),
    y: shareOf(top - MARGIN_IN_PIXELS, room.height),
  };
}

/** To the edges that are near, so that a hand need not be exact. */
export function snap({ x, y }: Place, box: DockedBox): Place {
  const room = roomOf(box);
  return { x: toEdge(x, room.width), y: toEdge(y, room.height) };
}

function toEdge(share: number, room: number): number {
  if (share * room <= SNAP_IN_PIXELS) return 0;
  return (1 - share) * room <= SNAP_IN_PIXELS ? 1 : share;
}

function shareOf(distance: number, room: number): number {
  if (room <= 0) return 1;
  return Math.round(Math.min(1, Math.max(0, distance / room)) * 1000) / 1000;
}

function roomOf({ dock, window }: DockedBox): Size {
  return {
    width: Math.max(0, window.width - dock.width - 2 * MARGIN_IN_PIXELS),
    height: Math.max(0, window.height - dock.height - 2 * MARGIN_IN_PIXELS),
  };
}

/** One figure's last two minutes as a line. */

/** A figure at one moment: milliseconds, and null where it could not be measured. */
export interface Point {
  readonly at: number;
  readonly value: number | null;
}

/** What is at the bottom of the picture, and at its top. */
export type Scale = readonly [bottom: number, top: number];

export const WIDTH = 120;
export const HEIGHT = 32;
const SECONDS_SHOWN = 120;
/** After a longer pause the line begins anew: nothing is known of what lies between. */
const LONGEST_STEP_IN_MILLISECONDS = 2_500;

/** The data of an SVG path, the newest point at the right edge. Two minutes fill the width. */
export function linePath(points: readonly Point[], scale: Scale): string {
  const now = points.at(-1)?.at ?? 0;
  let lastAt = -Infinity;
  let path = '';
  for (const { at, value } of points) {
    const x = WIDTH - ((now - at) / 1000 / SECONDS_SHOWN) * WIDTH;
    if (value === null || x < 0) continue;
    const place = `${round(x)} ${heightOf(value, scale)}`;
    // A line of no length is a dot, where the ends are round.
    path += at - lastAt > LONGEST_STEP_IN_MILLISECONDS ? `M${place}h0` : `L${place}`;
    lastAt = at;
  }
  return path;
}

/** How far down a value stands. What goes beyond the picture stays at its edge. */
export function heightOf(value: number, [bottom, top]: Scale): number {
  const share = Math.min(1, Math.max(0, (value - bottom) / (top - bottom)));
  // The line keeps its own width's distance from the edges.
  return round(HEIGHT - 1 - share * (HEIGHT - 2));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

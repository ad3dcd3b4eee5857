/** Motion that explains where the dock went. Who wants none of it sees none. */

/** Lets it glide from where it was to where it stands now. */
export function glide(dock: HTMLElement, before: DOMRect): void {
  const after = dock.getBoundingClientRect();
  const [x, y] = [before.left - after.left, before.top - after.top];
  if (x === 0 && y === 0) return;
  move(dock, [{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], 240);
}

/** Lets it grow out of the corner that it stands in, or give way to what is smaller. */
export function unfold(dock: HTMLElement): void {
  const place = dock.dataset['place'] ?? '';
  const transformOrigin = `${place.endsWith('left') ? '0' : '100%'} ${place.startsWith('top') ? '0' : '100%'}`;
  move(dock, [{ opacity: 0.4, scale: 0.96, transformOrigin }, { transformOrigin }], 160);
}

function move(dock: HTMLElement, keyframes: Keyframe[], duration: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  dock.animate(keyframes, { duration, easing: 'cubic-bezier(0.2, 0.9, 0.3, 1)' });
}

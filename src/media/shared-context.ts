/** Who needs a context now. */
const users = new WeakMap<AudioContext, Set<object>>();

/** Keeps a context that is not one's own alone from being suspended. To have it run is another matter. */
export function occupy(context: AudioContext, user: object): void {
  users.set(context, (users.get(context) ?? new Set()).add(user));
}

/**
 * Suspends the context, unless somebody else needs it. While it runs, Chromium keeps every stream that was ever
 * brought into it, connected or not (156, measured): only in one that stands still are they let go of.
 */
export function vacate(context: AudioContext, user: object): void {
  const left = users.get(context);
  left?.delete(user);
  if (!left?.size) context.suspend().catch(() => undefined);
}

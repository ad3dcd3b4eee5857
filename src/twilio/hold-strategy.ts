/**
 * One way of holding a call. There is one so far, `CallSound`: the far end hears music from here. Another may
 * stand in its place where the token answer's `actions.methods` names "hold": then the backend holds the far
 * end's leg in its conference, and the call says so when that is done.
 */
export interface HoldStrategy {
  /** Whether the call can be held now. */
  readonly isHoldAvailable: boolean;
  /** The call says `hold` when it is done, and also, with the old state, when it cannot be. */
  hold(shouldHold: boolean): void;
}

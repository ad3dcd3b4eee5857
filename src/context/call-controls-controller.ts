import type { CallState } from '../core/phone-state.js';
import { PhoneViewController } from './phone-view-controller.js';

/** For an element with the buttons of a call: `useCallControls()` of the integration guide, for Lit. */
export class CallControlsController extends PhoneViewController {
  readonly toggleMute = this.handlers.toggleMute;
  readonly toggleHold = this.handlers.toggleHold;
  readonly endCall = this.handlers.endCall;

  /** The active call, else the one that rings, else null. */
  get currentCallState(): CallState | null {
    return this.view.currentCallState;
  }

  /** True while somebody talks here, or is about to. */
  get hasActiveCall(): boolean {
    return this.view.hasActiveCall;
  }
}

import type { CallState } from '../core/phone-state.js';
import { PhoneViewController } from './phone-view-controller.js';

/** The whole phone for an element: `useTwilio()` of the integration guide, for Lit. */
export class TwilioController extends PhoneViewController {
  readonly answerCall = this.handlers.answerCall;
  readonly rejectCall = this.handlers.rejectCall;
  readonly endCall = this.handlers.endCall;
  readonly toggleMute = this.handlers.toggleMute;
  readonly toggleHold = this.handlers.toggleHold;
  readonly makeCall = this.handlers.makeCall;

  /** The call that rings here, or null. */
  get incomingCall(): CallState | null {
    return this.view.incomingCall;
  }

  /** True while a call rings here. */
  get hasIncomingCall(): boolean {
    return this.view.hasIncomingCall;
  }

  /** The active call, else the one that rings, else null. */
  get currentCallState(): CallState | null {
    return this.view.currentCallState;
  }

  /** True while somebody talks here, or is about to. */
  get hasActiveCall(): boolean {
    return this.view.hasActiveCall;
  }

  /** True while calls can ring here. */
  get isDeviceReady(): boolean {
    return this.view.isDeviceReady;
  }
}

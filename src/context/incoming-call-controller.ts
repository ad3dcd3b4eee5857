import type { CallState } from '../core/phone-state.js';
import { PhoneViewController } from './phone-view-controller.js';

/** For an element that shows who calls: `useIncomingCall()` of the integration guide, for Lit. */
export class IncomingCallController extends PhoneViewController {
  readonly answerCall = this.handlers.answerCall;
  readonly rejectCall = this.handlers.rejectCall;

  /** The call that rings here, or null. */
  get incomingCall(): CallState | null {
    return this.view.incomingCall;
  }

  /** True while a call rings here. */
  get hasIncomingCall(): boolean {
    return this.view.hasIncomingCall;
  }
}

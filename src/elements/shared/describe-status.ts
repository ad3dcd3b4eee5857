import { currentCall } from '../../core/phone-state.js';
import type { CallState, DeviceState, PhoneState } from '../../core/phone-state.js';
import { texts } from './texts.js';

/** How good or bad it is, for the eye: never the only way in which it is said. */
export type StatusTone = 'ready' | 'call' | 'waiting' | 'trouble' | 'off';

/** The phone's state in a few words. */
export interface StatusDescription {
  readonly text: string;
  readonly tone: StatusTone;
}

/** What to say of a phone now. A call matters more than the connection that carried it here. */
export function describeStatus(state: PhoneState): StatusDescription {
  const call = currentCall(state);
  return call ? describeCall(call) : describeDevice(state.device);
}

function describeCall(call: CallState): StatusDescription {
  if (call.status === 'reconnecting') return { text: texts.reconnectingCall(), tone: 'waiting' };
  if (call.warnings.includes('microphone-lost')) return { text: texts.microphoneLost(), tone: 'trouble' };
  if (call.isTalkingWhileMuted) return { text: texts.talkingWhileMuted(), tone: 'waiting' };
  return { text: callText(call), tone: 'call' };
}

function callText({ status, direction, isOnHold, isMuted }: CallState): string {
  if (status === 'pending') return texts.incomingCall();
  if (status === 'ringing') return texts.ringing();
  if (status === 'connecting') return direction === 'OUTGOING' ? texts.calling() : texts.connectingCall();
  if (isOnHold) return texts.onHold();
  return isMuted ? texts.inCallMuted() : texts.inCall();
}

function describeDevice(device: DeviceState): StatusDescription {
  if (device.status === 'destroyed') return { text: texts.switchedOff(), tone: 'off' };
  if (device.isSignInRequired) return { text: texts.signIn(), tone: 'trouble' };
  if (device.status === 'registered') return { text: texts.readyForCalls(), tone: 'ready' };
  if (!device.isWanted) return describeUnwanted(device);
  if (!device.error) return { text: texts.connecting(), tone: 'waiting' };
  return isGivenUp(device)
    ? { text: texts.cannotTakeCalls(), tone: 'trouble' }
    : { text: texts.offlineTryingAgain(), tone: 'waiting' };
}

/** A phone that has never been registered has nobody signed in to it. */
function describeUnwanted({ identity }: DeviceState): StatusDescription {
  return { text: identity === null ? texts.signedOut() : texts.notTakingCalls(), tone: 'off' };
}

/** Nothing is under way, and nothing is planned: somebody has to change something first. */
function isGivenUp({ retryAt, status, pending }: DeviceState): boolean {
  return retryAt === null && status === 'unregistered' && !pending.includes('register');
}

/**
 * The words that paint first. Other parts of the phone bring theirs along, in files named after them. Each is one
 * function a sentence, called while an element renders: that is when it is known which language is spoken.
 */
import { msg } from './message.js';

export const texts = {
  incomingCall: () => msg('Incoming call'),
  phone: () => msg('Phone'),
  unknownCaller: () => msg('Unknown caller'),

  // The phone's status, in words.
  calling: () => msg('Calling…'),
  cannotTakeCalls: () => msg('Cannot take calls'),
  connecting: () => msg('Connecting'),
  connectingCall: () => msg('Connecting the call'),
  inCall: () => msg('In a call'),
  inCallMuted: () => msg('In a call, you are muted'),
  microphoneLost: () => msg('They cannot hear you: the microphone is gone'),
  notTakingCalls: () => msg('Not taking calls'),
  offlineTryingAgain: () => msg('Offline, trying again'),
  onHold: () => msg('Call on hold'),
  readyForCalls: () => msg('Ready for calls'),
  reconnectingCall: () => msg('Reconnecting the call'),
  ringing: () => msg('Ringing…'),
  signedOut: () => msg('Signed out'),
  signIn: () => msg('Sign in to take calls'),
  talkingWhileMuted: () => msg('You are talking, but you are muted'),
  switchedOff: () => msg('Switched off'),
};

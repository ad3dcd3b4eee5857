import { msg } from './message.js';

/** The words of the buttons in a call. */
export const controlTexts = {
  callControls: () => msg('Call controls'),
  callTime: () => msg('Call time'),
  endCall: () => msg('End call'),
  hold: () => msg('Hold'),
  holdNotYet: () => msg('Hold is possible once the call is open'),
  holdUnavailable: () => msg('Hold is not available in this call'),
  keypad: () => msg('Keypad'),
  keypadUnavailable: () => msg('The keypad is not available yet'),
  recordingAsked: () => msg('Recording requested'),
  mute: () => msg('Mute'),
  resume: () => msg('Resume'),
  unmute: () => msg('Unmute'),
};

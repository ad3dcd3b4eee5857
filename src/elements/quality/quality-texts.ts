import { formatCount } from '../shared/format-number.js';
import { msg, str } from '../shared/message.js';

/** The words of a call's quality, and of what can be done about it. */
export const qualityTexts = {
  // The chip: how it sounds, all in all.
  goodSound: () => msg('Good sound'),
  fairSound: () => msg('Fair sound'),
  poorSound: () => msg('Poor sound'),
  measuring: () => msg('Measuring the sound'),
  reconnecting: (seconds: number) => msg(str`Reconnecting… ${formatCount(seconds)} s`),
  reconnectSound: () => msg('Reconnect the sound'),

  // What is wrong, and what it means for the person. The network tells us of what arrives here, and no more.
  nothingArrives: () => msg('Nothing arrives from them'),
  notHeard: () => msg('They may not hear you'),
  microphoneLost: () => msg('They cannot hear you: the microphone is gone'),
  interrupted: () => msg('The connection of this call is interrupted'),
  losesSound: () => msg('You may hear them badly: the connection loses sound'),
  weak: () => msg('You may hear them badly: the connection is weak'),
  uneven: () => msg('You may hear them badly: their sound arrives unevenly'),
  slow: () => msg('You may hear each other late: the connection is slow'),
  microphoneSilent: () => msg('Your microphone has been silent for a while'),
  theySaidNothing: () => msg('They have been silent for a while'),
  mayBeBad: () => msg('The sound of this call may be bad'),

  // The figures.
  figures: () => msg('How this call sounds'),
  score: () => msg('Score (MOS)'),
  roundTrip: () => msg('Round trip'),
  jitter: () => msg('Jitter'),
  loss: () => msg('Lost'),
  notMeasured: () => msg('Not measured'),
  explanation: () =>
    msg('Now, and over the last two minutes. Jitter and what was lost are of the sound that arrives here.'),
  range: (least: string, most: string) => msg(str`In the last two minutes from ${least} to ${most}`),
};

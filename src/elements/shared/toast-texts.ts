import { formatCount } from './format-number.js';
import { msg, str } from './message.js';

/** The words of the toast for incoming calls. */
export const toastTexts = {
  answer: () => msg('Answer'),
  answeringByItself: (seconds: number) => msg(str`Answering by itself in ${formatCount(seconds)} s`),
  answersByItself: () => msg('The phone is about to answer by itself.'),
  answering: () => msg('Answering…'),
  callerStillRings: () => msg('The caller is still ringing: answer again when that is done.'),
  decline: () => msg('Decline'),
  focusKeyHint: (key: string) => msg(str`Press ${key} to reach it`),
  incomingCallFrom: (caller: string) => msg(str`Incoming call from ${caller}`),
  soundIsOff: () => msg('Sound is off until you click.'),
};

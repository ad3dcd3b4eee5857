import type { Help } from './choose-help.js';
import type { Trouble } from './find-trouble.js';
import { troubleTexts } from './trouble-texts.js';

/** What is written on the button. */
export function helpName(help: Help, { error }: Trouble): string {
  // Only a prompt that was closed comes again.
  const isPromptAhead = error.code === 'microphone-dismissed' && help !== 'close';
  return isPromptAhead ? troubleTexts.allowMicrophone() : names[help]();
}

const names: Readonly<Record<Help, () => string>> = {
  register: troubleTexts.tryAgain,
  // Without an address of its own it can only look whether the person has signed in meanwhile.
  'sign-in': troubleTexts.tryAgain,
  'open-securely': troubleTexts.openSecurely,
  answer: troubleTexts.tryAgain,
  'try-again': troubleTexts.tryAgain,
  'call-again': troubleTexts.callAgain,
  'choose-microphone': troubleTexts.chooseMicrophone,
  'choose-speaker': troubleTexts.chooseSpeaker,
  close: troubleTexts.close,
};

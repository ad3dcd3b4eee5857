import { msg } from './message.js';

/** The words of a call's notification: those of the toast, without having to load it. */
export const attentionTexts = {
  answer: () => msg('Answer'),
  decline: () => msg('Decline'),
};

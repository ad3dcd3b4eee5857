import type { CallFeedbackIssue } from '../../core/call-feedback.js';
import { msg } from '../shared/message.js';

/** The words with which a person is asked how a call was. */
export const feedbackTexts = {
  question: () => msg('How was the call?'),
  good: () => msg('Good'),
  dismiss: () => msg('Do not answer'),
  thanks: () => msg('Thank you. Your answer helps to make calls better.'),
  close: () => msg('Close'),
  notSent: () => msg('Your answer could not be sent.'),
  tryAgain: () => msg('Try again'),
};

/** What was wrong, as somebody would say it. */
export const issueTexts: Readonly<Record<CallFeedbackIssue, () => string>> = {
  'dropped-call': () => msg('It broke off'),
  'audio-latency': () => msg('The sound was late'),
  'one-way-audio': () => msg('One of us heard nothing'),
  'choppy-audio': () => msg('The sound was choppy'),
  'noisy-call': () => msg('There was noise'),
  echo: () => msg('There was an echo'),
};

/** What the phone has measured, and why it proposes an answer. Nobody can measure noise or an echo. */
export const measuredTexts: Readonly<Partial<Record<CallFeedbackIssue, () => string>>> = {
  'dropped-call': () => msg('The connection of this call was lost.'),
  'audio-latency': () => msg('The sound of this call took long to arrive.'),
  'one-way-audio': () => msg('For a while no sound came, or none went.'),
  'choppy-audio': () => msg('Some of the sound did not arrive.'),
};

/** What the person reads about an error. The developer's words are in the error itself. */
import type { PhoneError, PhoneErrorCode } from '../../core/phone-error.js';

/** What happened, what it means for the call or the phone, and what to do. */
export interface ErrorText {
  readonly happened: string;
  readonly meaning: string;
  readonly remedy: string;
}

/** The person's text for an error, also for a code that a newer copy of this library knows. */
export function errorText(error: PhoneError): ErrorText {
  const known: Partial<typeof errorTexts> = errorTexts;
  return (known[error.code] ?? errorTexts['call-failed'])();
}

const noCallsArrive = 'Calls do not ring here.';
const keepsTrying = 'The phone keeps trying.';
const tellThePage = 'Tell whoever runs this page.';
const nothingChanged = 'Nothing was changed.';
const notHeard = 'You would not be heard.';
const noCall = 'No call was made.';

const errorTexts: Readonly<Record<PhoneErrorCode, () => ErrorText>> = {
  'invalid-state': () => say('That is not possible right now.', nothingChanged, 'Try again in a moment.'),
  'ambiguous-call': () => say('There is more than one call.', nothingChanged, 'Choose the call first.'),
  'unknown-call': () => say('That call is already over.', nothingChanged, ''),
  'invalid-argument': () => say('That cannot be dialled.', nothingChanged, 'Check the number.'),
  'call-ended': () => say('The call ended before that could happen.', nothingChanged, ''),
  'call-failed': () => say('Something went wrong with the call.', 'It may have ended.', 'Try again.'),
  'connection-failed': () => say('The connection was lost.', noCallsArrive, 'Check your network.'),
  'registration-failed': () => say('The phone network cannot be reached.', noCallsArrive, keepsTrying),
  'rate-limited': () => say('The phone network is busy.', noCallsArrive, keepsTrying),
  'sdk-load-failed': () => say('A part of the phone did not load.', noCallsArrive, 'Check your network.'),
  'browser-unsupported': () =>
    say('This browser cannot make calls.', noCallsArrive, 'Use a current browser.'),
  'callee-busy': () => say('The line is busy.', noCall, 'Try again later.'),
  'callee-not-found': () => say('There is nobody at that number.', noCall, 'Check the number.'),
  'callee-unavailable': () => say('Nobody answers.', noCall, 'Try again later.'),
  'call-declined': () => say('The call was declined.', noCall, ''),
  'media-failed': () => say('The sound cannot get through.', 'The call may end.', 'Check your network.'),
  'token-url-missing': () => say('The phone is not set up on this page.', noCallsArrive, tellThePage),
  'token-url-invalid': () => say('The phone is not set up right.', noCallsArrive, tellThePage),
  'token-request-failed': () => say('This site gave the phone no sign-in.', noCallsArrive, keepsTrying),
  'token-request-timeout': () => say('This site took too long to answer.', noCallsArrive, keepsTrying),
  'token-answer-invalid': () => say('This site gave a sign-in of no use.', noCallsArrive, tellThePage),
  'token-invalid': () => say('The sign-in was not accepted.', noCallsArrive, tellThePage),
  'token-expired': () => say('The sign-in has run out.', noCallsArrive, keepsTrying),
  'sign-in-required': () => say('You are not signed in.', noCallsArrive, 'Sign in to this site again.'),
  'microphone-denied': () =>
    say('The browser keeps this page from the microphone.', notHeard, 'Allow it beside the address bar.'),
  'microphone-missing': () => say('No microphone was found.', notHeard, 'Connect one.'),
  'microphone-busy': () => say('Another program uses the microphone.', notHeard, 'Close that program.'),
  'microphone-forbidden': () => say('This page may not use the microphone.', notHeard, tellThePage),
  'page-not-secure': () =>
    say('This page is not secure enough for a microphone.', notHeard, 'Open it by https.'),
  'microphone-failed': () => say('The microphone does not work.', notHeard, 'Check it.'),
  'speaker-failed': () =>
    say('That loudspeaker does not play.', 'You may hear nothing.', 'Check it, or choose another one.'),
};

function say(happened: string, meaning: string, remedy: string): ErrorText {
  return { happened, meaning, remedy };
}

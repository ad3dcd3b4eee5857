/** What the person reads about an error. The developer's words are in the error itself. */
import type { PhoneError, PhoneErrorCode } from '../../core/phone-error.js';
import { msg } from './message.js';

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

const noCallsArrive = () => msg('Calls do not ring here.');
const keepsTrying = () => msg('The phone keeps trying.');
const tellThePage = () => msg('Tell whoever runs this page.');
const nothingChanged = () => msg('Nothing was changed.');
const notHeard = () => msg('You would not be heard.');
const noCall = () => msg('No call was made.');

const errorTexts: Readonly<Record<PhoneErrorCode, () => ErrorText>> = {
  'invalid-state': () =>
    say(msg('That is not possible right now.'), nothingChanged(), msg('Try again in a moment.')),
  'ambiguous-call': () =>
    say(msg('There is more than one call.'), nothingChanged(), msg('Choose the call first.')),
  'unknown-call': () => say(msg('That call is already over.'), nothingChanged(), ''),
  'invalid-argument': () => say(msg('That cannot be dialled.'), nothingChanged(), msg('Check the number.')),
  'call-ended': () => say(msg('The call ended before that could happen.'), nothingChanged(), ''),
  'call-failed': () =>
    say(msg('Something went wrong with the call.'), msg('It may have ended.'), msg('Try again.')),
  'connection-failed': () =>
    say(msg('The connection was lost.'), noCallsArrive(), msg('Check your network.')),
  'registration-failed': () =>
    say(msg('The phone network cannot be reached.'), noCallsArrive(), keepsTrying()),
  'rate-limited': () => say(msg('The phone network is busy.'), noCallsArrive(), keepsTrying()),
  'sdk-load-failed': () =>
    say(msg('A part of the phone did not load.'), noCallsArrive(), msg('Check your network.')),
  'browser-unsupported': () =>
    say(msg('This browser cannot make calls.'), noCallsArrive(), msg('Use a current browser.')),
  'callee-busy': () => say(msg('The line is busy.'), noCall(), msg('Try again later.')),
  'callee-not-found': () => say(msg('There is nobody at that number.'), noCall(), msg('Check the number.')),
  'callee-unavailable': () => say(msg('Nobody answers.'), noCall(), msg('Try again later.')),
  'call-declined': () => say(msg('The call was declined.'), noCall(), ''),
  'media-failed': () =>
    say(
      msg('The sound cannot get through.'),
      msg('The call may end.'),
      msg('A firewall may keep it out: try another network, or ask whoever runs yours.'),
    ),
  'application-not-found': () =>
    say(msg('This site’s phone is not set up for calling.'), noCall(), tellThePage()),
  'webhook-failed': () =>
    say(msg('This site did not say where the call should go.'), noCall(), tellThePage()),
  'caller-id-refused': () =>
    say(msg('This site may not call under the number that it uses.'), noCall(), tellThePage()),
  'feedback-failed': () => say(msg('Your answer could not be sent.'), nothingChanged(), msg('Try again.')),
  'token-url-missing': () =>
    say(msg('The phone is not set up on this page.'), noCallsArrive(), tellThePage()),
  'token-url-invalid': () => say(msg('The phone is not set up right.'), noCallsArrive(), tellThePage()),
  'token-request-failed': () =>
    say(msg('This site gave the phone no sign-in.'), noCallsArrive(), keepsTrying()),
  'token-request-timeout': () =>
    say(msg('This site took too long to answer.'), noCallsArrive(), keepsTrying()),
  'token-answer-invalid': () =>
    say(msg('This site gave a sign-in of no use.'), noCallsArrive(), tellThePage()),
  'token-invalid': () => say(msg('The sign-in was not accepted.'), noCallsArrive(), tellThePage()),
  'token-expired': () => say(msg('The sign-in has run out.'), noCallsArrive(), keepsTrying()),
  'token-expired-on-arrival': () =>
    say(msg('This site gave a sign-in that had already run out.'), noCallsArrive(), tellThePage()),
  'token-grants-missing': () =>
    say(msg('This site gave a sign-in that is not for calls.'), noCallsArrive(), tellThePage()),
  'incoming-not-allowed': () =>
    say(
      msg('This site’s sign-in lets no calls come.'),
      msg('You can call, but nobody can call you.'),
      tellThePage(),
    ),
  'sign-in-required': () =>
    say(msg('You are not signed in.'), noCallsArrive(), msg('Sign in to this site again.')),
  'microphone-denied': () =>
    say(
      msg('The browser keeps this page from the microphone.'),
      notHeard(),
      msg('Allow it beside the address bar.'),
    ),
  'microphone-dismissed': () =>
    say(
      msg('The question about the microphone was closed.'),
      notHeard(),
      msg('Try again, and allow the microphone.'),
    ),
  'microphone-blocked-by-system': () =>
    say(
      msg('This device keeps the browser from the microphone.'),
      notHeard(),
      msg('Allow this browser the microphone in the settings of your device.'),
    ),
  'microphone-unsuitable': () =>
    say(
      msg('No microphone here can do what is asked of it.'),
      notHeard(),
      msg('Choose another microphone, or connect one.'),
    ),
  'microphone-missing': () => say(msg('No microphone was found.'), notHeard(), msg('Connect a microphone.')),
  'microphone-busy': () =>
    say(msg('Another program uses the microphone.'), notHeard(), msg('Close that program.')),
  'microphone-forbidden': () => say(msg('This page may not use the microphone.'), notHeard(), tellThePage()),
  'page-not-secure': () =>
    say(msg('This page is not secure enough for a microphone.'), notHeard(), msg('Open it by https.')),
  'microphone-failed': () =>
    say(msg('The microphone does not work.'), notHeard(), msg('Check that it is connected and switched on.')),
  'history-not-cleared': () =>
    say(msg('The call history could not be cleared.'), nothingChanged(), msg('Try again.')),
  'speaker-failed': () =>
    say(
      msg('That loudspeaker does not play.'),
      msg('You may hear nothing.'),
      msg('Check it, or choose another one.'),
    ),
};

function say(happened: string, meaning: string, remedy: string): ErrorText {
  return { happened, meaning, remedy };
}

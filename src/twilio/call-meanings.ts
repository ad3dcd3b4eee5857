import type { Meaning } from './to-phone-error.js';

/** What Twilio's numbers mean that come with a call: of its webhook, its other side, its sound. */
export const callMeanings: readonly Meaning[] = [
  {
    code: 'application-not-found',
    message: 'Twilio knows no such TwiML application: check outgoingApplicationSid in the voice grant.',
    numbers: [31001],
  },
  {
    code: 'webhook-failed',
    message: 'The voice webhook did not answer with TwiML that Twilio can run.',
    numbers: [11100, 11200, 11205, 11210, 11215, 11750, 11751, 12100, 12200, 12300],
    recoverable: true,
  },
  {
    code: 'caller-id-refused',
    message: 'The callerId of the voice webhook’s <Dial> is no number of this account.',
    numbers: [13214],
  },
  { code: 'callee-busy', message: 'The other side is busy.', numbers: [31486], recoverable: true },
  { code: 'callee-not-found', message: 'Nobody can be reached there.', numbers: [13223, 31404] },
  {
    code: 'callee-unavailable',
    message: 'The other side cannot be reached now.',
    numbers: [31480],
    recoverable: true,
  },
  { code: 'call-declined', message: 'The call was declined.', numbers: [31002, 31603] },
  {
    code: 'media-failed',
    message: 'The sound of the call found no way through the network.',
    numbers: [53400, 53402, 53405],
    recoverable: true,
  },
  { code: 'microphone-denied', message: 'The microphone was refused.', numbers: [31208, 31401] },
  {
    code: 'microphone-failed',
    message: 'The microphone could not be opened.',
    numbers: [31402],
    recoverable: true,
  },
];

import type { CheckFinding, CheckStepName, CheckStepStatus } from '../../core/diagnostics.js';
import { msg, str } from '../shared/message.js';

/** The words of the check. */
export const diagnosticsTexts = {
  checkMyPhone: () => msg('Check my phone'),
  whatItDoes: () =>
    msg('Looks at everything that a call rests on. It takes about half a minute, and calls still ring.'),
  start: () => msg('Start the check'),
  again: () => msg('Check again'),
  stop: () => msg('Stop'),
  download: () => msg('Download the report'),
  whatReportHolds: () => msg('For whoever helps you. It holds no names, no tokens and no full numbers.'),
  notInCall: () => msg('Not during a call.'),
  didNotLoad: () => msg('The check did not load. Try again.'),
  isRunning: (step: string) => msg(str`Being checked: ${step}`),
  saySomething: () => msg('Say something.'),

  allGood: () => msg('Your phone works.'),
  needsAttention: () => msg('Your phone works, but something needs your attention.'),
  doesNotWork: () => msg('Something keeps your phone from working.'),
  wasCancelled: () => msg('The check was stopped.'),
  wasInterrupted: () => msg('The check ended because of a call.'),
};

export const stepNames: Readonly<Record<CheckStepName, () => string>> = {
  browser: () => msg('Browser'),
  page: () => msg('Page security'),
  microphone: () => msg('Microphone'),
  speaker: () => msg('Loudspeaker and ring'),
  token: () => msg('Permission to call'),
  signalling: () => msg('Phone network'),
  media: () => msg('Sound of a test call'),
};

export const statusNames: Readonly<Record<CheckStepStatus, () => string>> = {
  waiting: () => msg('Waiting'),
  running: () => msg('Running'),
  good: () => msg('Good'),
  attention: () => msg('Needs attention'),
  failed: () => msg('Failed'),
  'not-tested': () => msg('Not tested'),
};

/** What was found and what to do. `trouble` is said by the error itself. */
export const findingTexts: Readonly<Record<Exclude<CheckFinding, 'trouble'>, () => string>> = {
  'browser-complete': () => msg('This browser has all that calls need.'),
  'page-secure': () => msg('This page may use the microphone.'),
  'microphone-heard': () => msg('You are heard.'),
  'microphone-silent': () =>
    msg('Nothing was heard. Check that the microphone is the right one and switched on.'),
  'microphone-unanswered': () =>
    msg('The browser still waits for your answer. Allow the microphone, and check again.'),
  'speaker-found': () => msg('There is a device to hear and to ring with.'),
  'speaker-missing': () => msg('No loudspeaker was found. Connect one.'),
  'speaker-replaced': () =>
    msg('A device that you chose is not connected. The default is used until it is back.'),
  'ring-silent': () => msg('The ring is turned all the way down. Calls are shown without a sound.'),
  'sound-blocked': () => msg('The browser keeps this page silent. Click once in the page.'),
  'token-good': () => msg('You may receive and place calls.'),
  'token-unreadable': () => msg('It is there, but what it allows cannot be seen from here.'),
  'token-short': () => msg('It is given for less than a minute. Tell whoever runs this page.'),
  'token-without-incoming': () => msg('You may not receive calls. Tell whoever runs this page.'),
  'token-without-outgoing': () => msg('You may not place calls. Tell whoever runs this page.'),
  'signalling-good': () => msg('Calls ring here.'),
  'do-not-disturb': () => msg('You have asked not to be disturbed: no calls ring here.'),
  'media-good': () => msg('A test call was clear in both directions.'),
  'media-poor': () => msg('A test call was of poor quality. Move closer to the router, or use a cable.'),
  'media-one-way': () =>
    msg(
      'What the test call sent did not come back. A firewall may be in the way: tell whoever runs your network.',
    ),
  'no-test-call': () => msg('This page offers no test call.'),
  'rests-on-failure': () => msg('It rests on something above that failed.'),
  'given-up': () => msg('The check ended before.'),
};

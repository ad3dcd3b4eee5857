import { msg } from '../shared/message.js';

/** The words around an error: what it means for what it happened to, and the one button. */
export const troubleTexts = {
  callGoesOn: () => msg('The call goes on as soon as the connection is back.'),
  callHasEnded: () => msg('The call has ended.'),
  notAnswered: () => msg('The call was not answered.'),
  noCall: () => msg('No call was made.'),
  ringsUntilSignInEnds: () => msg('Calls ring here only until the sign-in runs out.'),
  forThePage: () => msg('For whoever runs this page:'),

  tryAgain: () => msg('Try again'),
  tryingAgain: () => msg('Trying again…'),
  allowMicrophone: () => msg('Allow the microphone'),
  chooseMicrophone: () => msg('Choose another microphone'),
  chooseSpeaker: () => msg('Choose another loudspeaker'),
  signIn: () => msg('Sign in'),
  callAgain: () => msg('Call again'),
  openSecurely: () => msg('Open by https'),
  close: () => msg('Close'),
};

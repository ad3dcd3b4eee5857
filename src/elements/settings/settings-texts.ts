import { msg, str } from '../shared/message.js';

/** The words of the settings. */
export const settingsTexts = {
  settings: () => msg('Settings'),

  microphone: () => msg('Microphone'),
  microphoneLevel: () => msg('Microphone level'),
  noMicrophone: () => msg('No microphone is connected.'),
  testMicrophone: () => msg('Test my microphone'),
  microphoneOpens: () => msg('The microphone is being opened…'),
  recording: () => msg('Recording: say something.'),
  recordingTime: () => msg('Recording time'),
  stopAndListen: () => msg('Stop and listen'),
  youHearYourself: () => msg('You should hear yourself now.'),
  stop: () => msg('Stop'),

  speaker: () => msg('Speaker'),
  ringDevice: () => msg('Ring device'),
  ringVolume: () => msg('Ring volume'),
  ringIsSilent: () => msg('Incoming calls are shown without a sound.'),
  testSound: () => msg('Test my sound'),
  testRing: () => msg('Test the ring'),
  youHearSound: () => msg('You should hear a sound now.'),
  noSpeakerChoice: () =>
    msg('This browser plays all sound on the default device. Choose another one in the system settings.'),

  systemDefault: () => msg('System default'),
  systemDefaultNamed: (name: string) => msg(str`System default (${name})`),
  notConnected: (name: string) => msg(str`${name} (not connected, using the default)`),
  usesDefaultMeanwhile: (name: string) =>
    msg(str`${name} is not connected. The default is used until it is back.`),
  unnamedDevice: (number: string) => msg(str`Device ${number}`),

  howOthersHearYou: () => msg('How others hear you'),
  echoCancellation: () => msg('Echo cancellation'),
  echoCancellationHint: () => msg('Keeps what you hear out of what you say'),
  noiseSuppression: () => msg('Noise suppression'),
  noiseSuppressionHint: () => msg('Takes away keyboards, fans and traffic'),
  autoGainControl: () => msg('Automatic gain'),
  autoGainControlHint: () => msg('Evens out how loud you are'),

  allowMicrophone: () => msg('Allow the microphone'),
  whyAllowMicrophone: () =>
    msg('Allow the microphone to see your devices by name, and to open calls without a question in between.'),

  switchSoundOn: () => msg('Click once to switch sound on'),
  whySwitchSoundOn: () => msg('The browser lets no call ring aloud until you click in this page.'),

  showCalls: () => msg('Show calls when this page is hidden'),
  callsAreShown: () => msg('Calls are shown when this page is hidden.'),
  callsCannotBeShown: () =>
    msg('The browser keeps this page from showing calls. Allow notifications beside the address bar.'),
};

import { msg } from './message.js';

/** The words of the button that opens the settings: it is there before they are loaded. */
export const disclosureTexts = {
  settings: () => msg('Settings'),
  didNotLoad: () => msg('The settings did not load. Check your network, and try again.'),
};

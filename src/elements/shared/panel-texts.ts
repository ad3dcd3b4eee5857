import { formatCount } from './format-number.js';
import { msg, str } from './message.js';

/** The words of the buttons that open the history and the settings: they are there before those are loaded. */
export const panelTexts = {
  history: () => msg('History'),
  settings: () => msg('Settings'),
  missed: (count: number) => msg(str`Missed calls: ${formatCount(count)}`),
  historyDidNotLoad: () => msg('The history did not load. Check your network, and try again.'),
  settingsDidNotLoad: () => msg('The settings did not load. Check your network, and try again.'),
};

/** The icons that only the settings show. */
import bell from 'lucide/dist/esm/icons/bell.mjs';
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import mic from 'lucide/dist/esm/icons/mic.mjs';
import square from 'lucide/dist/esm/icons/square.mjs';
import triangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import volume2 from 'lucide/dist/esm/icons/volume-2.mjs';
import volumeOff from 'lucide/dist/esm/icons/volume-off.mjs';
import { icon } from '../shared/icons.js';

export const settingsIcons = {
  bell: () => icon(bell),
  list: () => icon(chevronDown),
  microphone: () => icon(mic),
  silence: () => icon(volumeOff),
  speaker: () => icon(volume2),
  stop: () => icon(square),
  warning: () => icon(triangleAlert),
};

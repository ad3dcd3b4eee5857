/** The icons of a call's quality. */
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import signal from 'lucide/dist/esm/icons/signal.mjs';
import signalLow from 'lucide/dist/esm/icons/signal-low.mjs';
import signalMedium from 'lucide/dist/esm/icons/signal-medium.mjs';
import { icon, icons } from '../shared/icons.js';

export const qualityIcons = {
  good: () => icon(signal),
  fair: () => icon(signalMedium),
  poor: () => icon(signalLow),
  unknown: () => icon(signal),
  more: () => icon(chevronDown),
  warning: icons.warning,
};

import type { PhoneError, PhoneErrorCode } from '../../core/phone-error.js';
import { browserName, systemName } from './browser-name.js';
import type { BrowserHints, BrowserName, SystemName } from './browser-name.js';
import { errorText } from './error-texts.js';
import { permissionTexts } from './permission-texts.js';

const stepsByBrowser: Readonly<Record<BrowserName, () => string>> = {
  chromium: permissionTexts.inChromium,
  firefox: permissionTexts.inFirefox,
  safari: permissionTexts.inSafari,
  ios: permissionTexts.inIos,
};

const stepsBySystem: Readonly<Record<SystemName, () => string>> = {
  macos: permissionTexts.onMacos,
  windows: permissionTexts.onWindows,
  android: permissionTexts.onAndroid,
  ios: permissionTexts.onIos,
};

/** What happened, and what to do about it: where the microphone is refused, in this browser. */
export function explain(error: PhoneError, hints?: BrowserHints): string {
  return `${errorText(error).happened} ${remedyFor(error, hints)}`.trim();
}

/** What to do about an error, in this browser and on this system. */
export function remedyFor(error: PhoneError, hints: BrowserHints = navigator): string {
  return stepsFor(error.code, hints)?.() ?? errorText(error).remedy;
}

function stepsFor(code: PhoneErrorCode, hints: BrowserHints): (() => string) | null {
  const browser = code === 'microphone-denied' ? browserName(hints) : null;
  const system = code === 'microphone-blocked-by-system' ? systemName(hints) : null;
  if (browser) return stepsByBrowser[browser];
  return system && stepsBySystem[system];
}

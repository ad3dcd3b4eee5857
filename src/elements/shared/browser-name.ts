/** The browsers whose settings differ, by where the permission of a microphone lives. */
export type BrowserName = 'chromium' | 'firefox' | 'safari' | 'ios';

/** What keeps the microphone from the browser, where the browser is not to blame. */
export type SystemName = 'macos' | 'windows' | 'android' | 'ios';

/** What a browser says of itself: hints where it gives them, else the words that it has always sent. */
export interface BrowserHints {
  readonly userAgent: string;
  readonly maxTouchPoints?: number;
  readonly userAgentData?: {
    readonly brands: readonly { readonly brand: string }[];
    readonly platform: string;
  };
}

/** The browser, or null for one that is not known: then general words have to do. */
export function browserName(hints: BrowserHints): BrowserName | null {
  const { userAgent, userAgentData } = hints;
  if (userAgentData?.brands.some(({ brand }) => brand === 'Chromium')) return 'chromium';
  // Every browser of an iPhone or iPad is Safari beneath.
  if (isIos(hints)) return 'ios';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrome\//.test(userAgent)) return 'chromium';
  return /Macintosh.*Safari\//.test(userAgent) ? 'safari' : null;
}

/** The system, or null for one whose settings are not known. */
export function systemName(hints: BrowserHints): SystemName | null {
  if (isIos(hints)) return 'ios';
  const words = hints.userAgentData?.platform ?? hints.userAgent;
  if (/Android/.test(words)) return 'android';
  if (/macOS|Macintosh/.test(words)) return 'macos';
  return /Windows/.test(words) ? 'windows' : null;
}

/** An iPad says that it is a Mac; no Mac has a touch screen. */
function isIos({ userAgent, maxTouchPoints = 0 }: BrowserHints): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

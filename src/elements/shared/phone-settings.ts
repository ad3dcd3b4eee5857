/** What the attributes of `<twilio-phone>` say, with defaults for what is missing or of no use. */
import { matching, oneOf } from './attribute-values.js';
import type { PhoneSettings, TokenProvider, TokenSettings } from './phone-composer.js';

/** The attributes as they are written. */
export interface PhoneAttributes extends HTMLElement {
  readonly tokenUrl: string | null;
  readonly tokenCredentials: string | null;
  readonly tokenProvider: TokenProvider | null;
  readonly edge: string | null;
  readonly logLevel: string | null;
  readonly withoutInsights: boolean;
  readonly withoutHistory: boolean;
  readonly holdMusic: string | null;
  readonly withoutHoldMusic: boolean;
  readonly dock: string | null;
  readonly colorScheme: string | null;
}

const credentials = ['same-origin', 'include', 'omit'] as const;
const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
const docks = ['bottom-right', 'bottom-left', 'top-right', 'top-left', 'none'] as const;

/** Where the whole phone stands in the window; `none` leaves it where its element is. */
export type Dock = (typeof docks)[number];

export function tokenSettings(element: PhoneAttributes): TokenSettings {
  const { tokenUrl, tokenCredentials, tokenProvider } = element;
  return {
    tokenUrl,
    tokenCredentials: oneOf(element, 'token-credentials', tokenCredentials, credentials, 'same-origin'),
    tokenProvider,
  };
}

export function phoneSettings(element: PhoneAttributes): PhoneSettings {
  return {
    ...tokenSettings(element),
    edge: matching(element, 'edge', element.edge, /^[a-z\d-]+(,[a-z\d-]+)*$/, 'ashburn'),
    logLevel: oneOf(element, 'log-level', element.logLevel, logLevels, 'error'),
    publishEvents: !element.withoutInsights,
    keepsHistory: !element.withoutHistory,
    chooseHoldMusic: () => ({ url: element.holdMusic, isSilent: element.withoutHoldMusic }),
  };
}

export function dockOf(element: PhoneAttributes): Dock {
  const isRightToLeft = getComputedStyle(element).direction === 'rtl';
  return oneOf(element, 'dock', element.dock, docks, isRightToLeft ? 'bottom-left' : 'bottom-right');
}

/** Says once when `color-scheme` is of no use; the styles then leave it to the page. */
export function checkColorScheme(element: PhoneAttributes): void {
  matching(element, 'color-scheme', element.colorScheme, /^(light|dark)$/, 'dark');
}

/**
 * Phones with the same key stand for the same line, so that one may take over the other's controller. Null
 * for a phone whose tokens come from a function: nobody can tell whether two functions are the same line.
 */
export function lineKey(element: PhoneAttributes): string | null {
  const { tokenUrl, tokenCredentials, tokenProvider } = tokenSettings(element);
  if (tokenUrl === null || tokenProvider) return null;
  return `${tokenCredentials} ${URL.canParse(tokenUrl, document.baseURI) ? new URL(tokenUrl, document.baseURI).href : tokenUrl}`;
}

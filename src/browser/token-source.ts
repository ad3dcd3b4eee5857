import { isPhoneError, PhoneError } from '../core/phone-error.js';
import type { TokenAnswer, TokenSource } from '../core/ports.js';
import { readTokenAnswer } from './read-token-answer.js';

/** No token answer is near this long; whatever is longer is not read to its end. */
const LONGEST_ANSWER_IN_BYTES = 65_536;

export interface TokenSourceOptions {
  /** An http(s) address, relative to the page's base. */
  readonly tokenUrl: string;
  /** Whether cookies go with the request, as in `fetch`. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
}

/** The page's own way to a token, for pages that authenticate otherwise. Only `token` is required of it. */
export type TokenProvider = (signal: AbortSignal) => Promise<ProvidedToken>;

export interface ProvidedToken {
  readonly token: string;
  readonly edge?: string;
  readonly actions?: { readonly url: string; readonly methods: readonly string[] };
  /** The backend answers a call with the parameter `preflight` by an echo. */
  readonly preflight?: boolean;
}

/** Tokens from a backend's address. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  return sourceOf((signal) => fetchToken(options, signal));
}

/**
 * Tokens from the page's own function.
 * @param tokenUrl what the page names as its token endpoint all the same: call actions may be there too.
 */
export function createTokenProviderSource(
  provider: TokenProvider,
  tokenUrl: string | null = null,
): TokenSource {
  return sourceOf(async (signal) => readTokenAnswer(await provider(signal), originsOf(tokenUrl)));
}

function sourceOf(request: (signal: AbortSignal) => Promise<TokenAnswer>): TokenSource {
  return {
    requestToken: () => {
      const controller = new AbortController();
      const { signal } = controller;
      const answer = Promise.race([request(signal), rejectOnAbort(signal)]).catch((cause: unknown) => {
        throw isPhoneError(cause) ? cause : requestFailed('The token request failed.', { cause });
      });
      return { answer, abort: () => controller.abort() };
    },
  };
}

/** A provider may not heed the signal. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(requestFailed('The token request was given up.')));
  });
}

async function fetchToken(options: TokenSourceOptions, signal: AbortSignal): Promise<TokenAnswer> {
  const url = resolve(options.tokenUrl);
  const isSameOrigin = url.origin === location.origin;
  const response = await fetch(url, {
    // Tells our requests from a form that another site posts; elsewhere it would cost a preflight.
    headers: { Accept: 'application/json', ...(isSameOrigin ? { 'X-Twilio-Phone': '1' } : {}) },
    credentials: options.credentials ?? 'same-origin',
    cache: 'no-store',
    // Not followed: a token never comes from another place, and a redirect mostly leads to a sign-in page.
    redirect: 'manual',
    signal,
  }).catch((cause: unknown) => {
    throw requestFailed('token-url cannot be reached, or is of another origin and lacks CORS.', { cause });
  });
  requireSuccess(response);
  return readTokenAnswer(parse(await readLimited(response)), originsOf(url.href), servedAt(response));
}

function resolve(tokenUrl: string): URL {
  const url = URL.canParse(tokenUrl, document.baseURI) ? new URL(tokenUrl, document.baseURI) : null;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new PhoneError('token-url-invalid', 'token-url is not an http or https address.');
}

/** Where an access token may be shown: to this page's own server, and to the one that it comes from. */
function originsOf(tokenUrl: string | null): string[] {
  const isKnown = tokenUrl !== null && URL.canParse(tokenUrl, document.baseURI);
  return [location.origin, ...(isKnown ? [new URL(tokenUrl, document.baseURI).origin] : [])];
}

/** The server's own time, in seconds: this computer's clock may be wrong. Another origin may keep it to itself. */
function servedAt({ headers }: Response): number | null {
  const milliseconds = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000;
}

function requireSuccess({ ok, type, status }: Response): void {
  if (ok) return;
  if (status === 401 || status === 403) {
    throw new PhoneError('sign-in-required', 'The token endpoint wants the person to sign in.', {
      parameters: { status },
    });
  }
  const isRedirect = type === 'opaqueredirect';
  const message = isRedirect ? 'token-url redirects, perhaps to sign in.' : `token-url answered ${status}.`;
  throw requestFailed(message, { parameters: { status } });
}

/** The text of the answer, or of its beginning when it is far too long to be one. */
async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    text += decoder.decode(read.value, { stream: true });
    if (text.length > LONGEST_ANSWER_IN_BYTES) {
      await reader?.cancel();
      throw invalidAnswer('The token answer is far too long.');
    }
  }
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the answer.
    const isPage = /^\s*<(?:!doctype|html|head|body)\b/i.test(text);
    throw invalidAnswer(`The token answer is ${isPage ? 'an HTML page' : 'not JSON'}: is token-url right?`);
  }
}

function invalidAnswer(message: string): PhoneError {
  return new PhoneError('token-answer-invalid', message, { recoverable: true });
}

function requestFailed(
  message: string,
  options: { cause?: unknown; parameters?: Record<string, number> } = {},
): PhoneError {
  return new PhoneError('token-request-failed', message, { ...options, recoverable: true });
}

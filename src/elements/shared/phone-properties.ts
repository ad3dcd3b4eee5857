import { property } from 'lit/decorators.js';
import type { TokenProvider } from './phone-composer.js';
import { PhoneMethods } from './phone-methods.js';

/** What a page may say about its phone: each an attribute, and a property of the element. */
export abstract class PhoneProperties extends PhoneMethods {
  /** Where tokens come from: an address, relative to the page, that answers `{ "token": … }`. */
  @property({ attribute: 'token-url' }) tokenUrl: string | null = null;

  /** Whether cookies go along: `same-origin` (default), `include` or `omit`. */
  @property({ attribute: 'token-credentials' }) tokenCredentials: string | null = null;

  /** The page's own way to a token, instead of `token-url`. */
  @property({ attribute: false }) tokenProvider: TokenProvider | null = null;

  /** Where the person signs in, when the token endpoint says 401 or 403: an address of the page. */
  @property({ attribute: 'sign-in-url' }) signInUrl: string | null = null;

  /** This line's own number (E.164). It reaches the voice webhook of outgoing calls as `callerId`. */
  @property({ attribute: 'phone-number' }) phoneNumber: string | null = null;

  /** The country of numbers without a `+` (ISO 3166-1, e.g. `US`). Default: by the page's and browser's language. */
  @property({ attribute: 'default-country' }) defaultCountry: string | null = null;

  /** The page's own `tel:` links dial here. */
  @property({ type: Boolean, attribute: 'call-links' }) callLinks = false;

  /** For how many seconds a call rings here unanswered: 30 by default, 0 for ever. */
  @property({ attribute: 'ring-timeout' }) ringTimeout: string | number | null = null;

  /** What becomes of it then: `ignore` (default) lets it ring elsewhere, `reject` tells its caller. */
  @property({ attribute: 'ring-timeout-action' }) ringTimeoutAction: string | null = null;

  /** What becomes of a second caller: `reject` (default) or `ignore`. */
  @property({ attribute: 'busy-action' }) busyAction: string | null = null;

  /** Calls are answered without a click, after an announcement, where the microphone is granted already. */
  @property({ type: Boolean, attribute: 'auto-answer' }) autoAnswer = false;

  /** The backend is asked to record the calls placed here, by the parameter `record`. */
  @property({ type: Boolean }) record = false;

  /** What a caller on hold hears: an http(s) address of a sound file. Default: the phone's own music. */
  @property({ attribute: 'hold-music' }) holdMusic: string | null = null;

  /** A caller on hold hears nothing. */
  @property({ type: Boolean, attribute: 'without-hold-music' }) withoutHoldMusic = false;

  /** Twilio's edge location, e.g. `ashburn`, or several by commas. Read when the phone is made. */
  @property() edge: string | null = null;

  /** `silent`, `error` (default), `warn`, `info` or `debug`. Read when the phone is made. */
  @property({ attribute: 'log-level' }) logLevel: string | null = null;

  /** Nothing is reported to Twilio's event gateway. Read when the phone is made. */
  @property({ type: Boolean, attribute: 'without-insights' }) withoutInsights = false;

  /** No call is kept once it is over, and no history is shown. */
  @property({ type: Boolean, attribute: 'without-history' }) withoutHistory = false;

  /** The system shows calls while nobody looks at the page, once `requestNotificationPermission()` was granted. */
  @property({ type: Boolean }) notifications = false;

  /** A service worker on the page's own origin, so that notifications have "Answer" and "Decline". */
  @property({ attribute: 'notification-worker' }) notificationWorker: string | null = null;

  /** `light` or `dark`; otherwise as the page. */
  @property({ attribute: 'color-scheme' }) colorScheme: string | null = null;

  /**
   * `bottom-right` (default; `bottom-left` where lines end at the left), `bottom-left`, `top-right`, `top-left`, or
   * `none`: where the element stands. What a person made of the dock by hand wins.
   */
  @property() dock: string | null = null;

  /** `comfortable` (default) or `compact`: how much room everything takes. */
  @property() density: string | null = null;

  /** The dock shows no more than the status, and in a call its time, "Mute" and "End call". */
  @property({ type: Boolean, reflect: true }) minimised = false;
}

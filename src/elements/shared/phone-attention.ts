import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  AttentionMaker,
  AttentionSettings,
  AttentionWords,
  CallAttention,
} from '../../core/call-attention.js';
import type { CallController } from '../../core/call-controller.js';
import type { NotificationPermissionPort } from '../../core/notification-permission.js';
import { isPhoneError, PhoneError } from '../../core/phone-error.js';
import type { ClockPort } from '../../core/ports.js';
import { attentionTexts } from './attention-texts.js';
import { describeParty } from './describe-party.js';
import { languageTags } from './language-tags.js';
import { chooseLanguage } from './languages.js';
import { speak } from './message.js';
import { texts } from './texts.js';
import { warnOnce } from './warn-once.js';

/** What is needed of `<twilio-phone>`. Its methods dispatch the requests that a page can prevent. */
export interface AttentionHost extends ReactiveControllerHost, HTMLElement {
  readonly notifications: boolean;
  readonly notificationWorker: string | null;
  answerCall(callId: string): Promise<void>;
  rejectCall(callId: string): Promise<void>;
}

export interface AttentionParts {
  readonly controller: CallController;
  readonly clock: ClockPort;
  readonly maker: AttentionMaker;
}

/** Lends the page's attention to one phone: its words, its settings, and what is chosen in notifications. */
export class PhoneAttention implements ReactiveController {
  readonly #host: AttentionHost;
  readonly #attention: CallAttention;
  #settings: AttentionSettings | null = null;

  constructor(host: AttentionHost, { controller, clock, maker }: AttentionParts) {
    this.#host = host;
    this.#attention = maker.attractAttention({
      controller,
      clock,
      words: createWords(host, controller),
      onAnswer: (callId) => settle(host.answerCall(callId)),
      onDecline: (callId) => settle(host.rejectCall(callId)),
      report: (problem) => warnOnce(host, problem),
    });
    host.addController(this);
    this.hostUpdated();
  }

  /** Null where the browser has none to give. */
  get notificationPermission(): NotificationPermissionPort | null {
    return this.#attention.notificationPermission;
  }

  /** Rejects with `invalid-state` where there is nothing to ask for, or outside a click. */
  async askPermission(): Promise<void> {
    const permission = this.notificationPermission;
    if (!permission) throw new PhoneError('invalid-state', 'This browser has no notifications.');
    await permission.ask();
  }

  hostUpdated(): void {
    const settings = { notifications: this.#host.notifications, notificationWorker: workerOf(this.#host) };
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#attention.configure(settings);
  }

  end(): void {
    this.#host.removeController(this);
    this.#attention.destroy();
  }
}

/** The words come outside of any rendering: the language must be said each time. */
function createWords(host: Element, controller: CallController): AttentionWords {
  const inLanguage = (say: () => string): string => {
    speak(chooseLanguage(languageTags(host, controller)));
    return say();
  };
  return {
    incomingCall: () => inLanguage(texts.incomingCall),
    incomingCallFrom: (caller) => `${inLanguage(texts.incomingCall)}: ${caller}`,
    caller: (call) => inLanguage(() => describeParty(call).title),
    answer: () => inLanguage(attentionTexts.answer),
    decline: () => inLanguage(attentionTexts.decline),
  };
}

/** Browsers take service workers from the page's own origin only. */
function workerOf(element: AttentionHost): string | null {
  const value = element.notificationWorker;
  if (value === null) return null;
  const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : null;
  if (url && url.origin === location.origin && /^https?:$/.test(url.protocol)) return url.href;
  warnOnce(
    element,
    `notification-worker="${value}" is left out: it should be an address on this page's own origin, like "/twilio-phone-worker.js".`,
  );
  return null;
}

/** What goes wrong stands with the call, and a page may prevent the request; the rest nobody foresaw. */
function settle(command: Promise<void>): void {
  command.catch((error: unknown) => {
    if (!isPhoneError(error)) reportError(error);
  });
}

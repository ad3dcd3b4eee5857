import { createAppBadge } from '../browser/app-badge.js';
import { isLookedAt, watchAttention } from '../browser/attention-watch.js';
import { CallNotifications } from '../browser/call-notification.js';
import type { CallNotice } from '../browser/call-notification.js';
import { listenForChoices } from '../browser/notification-choice.js';
import type { NotificationChoice } from '../browser/notification-choice.js';
import { createNotificationPermission } from '../browser/notification-permission.js';
import { registerNotificationWorker } from '../browser/notification-worker.js';
import { showRingingIcon } from '../browser/page-icon.js';
import { showInTitle } from '../browser/page-title.js';
import type { AttentionOptions, AttentionSettings, CallAttention } from '../core/call-attention.js';
import { incomingCalls, isSomebodyWaiting } from '../core/phone-state.js';
import type { CallState, PhoneState } from '../core/phone-state.js';
import type { Unsubscribe } from '../core/ports.js';

/**
 * Makes a ring hard to miss: by the page's title and icon, by the system's notification while nobody looks at
 * the page, and by the number of missed calls on the app's icon. That number is gone when a call was accepted,
 * and when the person came to the page, or did something in it, and stayed for two seconds.
 */
export function attractAttention(options: AttentionOptions): CallAttention {
  return new PageAttention(options);
}

/** Callers who wait for the person to choose. */
function waitingCalls(state: PhoneState): readonly CallState[] {
  return isSomebodyWaiting(state) ? incomingCalls(state).filter(({ pending }) => pending.length === 0) : [];
}

class PageAttention implements CallAttention {
  readonly notificationPermission = createNotificationPermission();
  readonly #options: AttentionOptions;
  readonly #badge = createAppBadge();
  readonly #notifications: CallNotifications;
  readonly #unsubscribes: readonly Unsubscribe[];
  #settings: AttentionSettings = { notifications: false, notificationWorker: null };
  /** Of the worker whose address it is kept with. */
  #registering: { readonly url: string; readonly done: Promise<ServiceWorkerRegistration | null> } | null =
    null;
  /** False from the moment when a call comes to a page that nobody looks at, or the page is hidden. */
  #isSeen = true;
  #waiting: readonly CallState[] = [];
  #ringing: { readonly text: string; stop(): void } | null = null;

  constructor(options: AttentionOptions) {
    this.#options = options;
    this.#notifications = new CallNotifications({
      findRegistration: () => this.#register(),
      report: (problem) => options.report(problem),
    });
    const { controller, clock } = options;
    this.#unsubscribes = [
      this.notificationPermission?.subscribe(() => void this.#register()) ?? (() => undefined),
      listenForChoices((choice) => this.#take(choice)),
      watchAttention(clock, {
        onSeen: () => this.#see(true),
        onHidden: () => this.#see(false),
        onLeft: () => this.#notifications.show([]),
        onRead: () => controller.clearMissedCalls(),
      }),
      controller.subscribeToFacts(({ type }) => {
        if (type === 'call-accept') controller.clearMissedCalls();
        // Nothing is told after this.
        if (type === 'device-destroyed') this.destroy();
      }),
      controller.subscribe((state) => this.#follow(state)),
    ];
  }

  configure(settings: AttentionSettings): void {
    this.#settings = settings;
    void this.#register();
    this.#notify();
  }

  destroy(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#waiting = [];
    this.#notify();
    this.#ring();
    this.#badge.clear();
  }

  #follow(state: PhoneState): void {
    const waiting = waitingCalls(state);
    if (waiting.length > this.#waiting.length && !isLookedAt()) this.#isSeen = false;
    this.#waiting = waiting;
    this.#ring();
    this.#notify();
    this.#badge.setCount(state.missedCallCount);
  }

  #see(isSeen: boolean): void {
    this.#isSeen = isSeen;
    this.#notify();
  }

  #ring(): void {
    const { words, clock } = this.#options;
    const [call] = this.#waiting;
    const text = call ? words.incomingCallFrom(words.caller(call)) : null;
    if (text === (this.#ringing?.text ?? null)) return;
    this.#ringing?.stop();
    this.#ringing = null;
    if (text === null) return;
    const stops = [showInTitle(text, clock), showRingingIcon()];
    this.#ringing = { text, stop: () => stops.forEach((stop) => stop()) };
  }

  #notify(): void {
    const isWanted = !this.#isSeen && this.#settings.notifications && this.#isPermitted;
    this.#notifications.show(isWanted ? this.#waiting.map((call) => this.#describe(call)) : []);
  }

  get #isPermitted(): boolean {
    return this.notificationPermission?.getPermission() === 'granted';
  }

  #describe(call: CallState): CallNotice {
    const { words } = this.#options;
    return {
      callId: call.id,
      title: words.incomingCall(),
      body: words.caller(call),
      answer: words.answer(),
      decline: words.decline(),
    };
  }

  /** The worker is there before somebody calls; without permission it would be of no use. */
  #register(): Promise<ServiceWorkerRegistration | null> {
    const { notifications, notificationWorker: url } = this.#settings;
    if (!notifications || url === null || !this.#isPermitted) return Promise.resolve(null);
    if (this.#registering?.url !== url) this.#registering = { url, done: this.#tryToRegister(url) };
    return this.#registering.done;
  }

  async #tryToRegister(url: string): Promise<ServiceWorkerRegistration | null> {
    try {
      return await registerNotificationWorker(url);
    } catch (error) {
      this.#options.report(`notification-worker="${url}" is left out: ${String(error)}`);
      return null;
    }
  }

  #take({ callId, choice }: NotificationChoice): boolean {
    if (!this.#waiting.some(({ id }) => id === callId)) return false;
    if (choice === 'answer') this.#options.onAnswer(callId);
    if (choice === 'decline') this.#options.onDecline(callId);
    return true;
  }
}

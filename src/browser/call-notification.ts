/** What the system says of one call. */
export interface CallNotice {
  readonly callId: string;
  readonly title: string;
  /** Who calls. Plain text. */
  readonly body: string;
  /** The names of the buttons, which only a service worker's notifications have. */
  readonly answer: string;
  readonly decline: string;
}

export interface CallNotificationsOptions {
  /** What has buttons; null: the notification can only be clicked. */
  findRegistration(): Promise<ServiceWorkerRegistration | null>;
  report(problem: string): void;
}

/** `lib.dom.d.ts` leaves out what not every browser has: https://notifications.spec.whatwg.org/#dictdef-notificationoptions */
interface ActionOptions extends NotificationOptions {
  readonly actions: readonly { readonly action: string; readonly title: string }[];
}

/** The system's notifications of calls: one a call, silent because the phone rings by itself. */
export class CallNotifications {
  readonly #options: CallNotificationsOptions;
  readonly #shown = new Map<string, AbortController>();

  constructor(options: CallNotificationsOptions) {
    this.#options = options;
  }

  /** Exactly these calls are shown from now on. One that the person put away stays away. */
  show(notices: readonly CallNotice[]): void {
    for (const [callId, closing] of this.#shown) {
      if (notices.some((notice) => notice.callId === callId)) continue;
      this.#shown.delete(callId);
      closing.abort();
    }
    for (const notice of notices) {
      if (!this.#shown.has(notice.callId)) this.#open(notice);
    }
  }

  #open(notice: CallNotice): void {
    const closing = new AbortController();
    const { signal } = closing;
    this.#shown.set(notice.callId, closing);
    this.#create(notice, signal).then(
      (notification) => {
        if (signal.aborted) notification?.close();
        else signal.addEventListener('abort', () => notification?.close());
      },
      (error: unknown) => this.#options.report(`The notification of a call was not shown: ${String(error)}`),
    );
  }

  async #create(notice: CallNotice, signal: AbortSignal): Promise<Notification | null> {
    const registration = await this.#options.findRegistration();
    if (signal.aborted) return null;
    return registration ? showByWorker(registration, notice) : showByPage(notice);
  }
}

/** The notification is asked for at once: an open page can close it without waiting, even while it is left. */
async function showByWorker(
  registration: ServiceWorkerRegistration,
  notice: CallNotice,
): Promise<Notification | null> {
  const options: ActionOptions = {
    ...optionsOf(notice),
    actions: [
      { action: 'answer', title: notice.answer },
      { action: 'decline', title: notice.decline },
    ],
  };
  await registration.showNotification(notice.title, options);
  const [notification] = await registration.getNotifications({ tag: options.tag });
  return notification ?? null;
}

function showByPage(notice: CallNotice): Notification {
  const notification = new Notification(notice.title, optionsOf(notice));
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
  });
  return notification;
}

function optionsOf({ callId, body }: CallNotice) {
  return {
    body,
    tag: `twilio-phone/${callId}`,
    requireInteraction: true,
    silent: true,
    data: { type: 'twilio-phone/incoming-call', callId },
  } satisfies NotificationOptions;
}

import type { Worker } from 'playwright-core';

export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly silent: boolean;
  readonly requireInteraction: boolean;
}

/**
 * The system's notifications as their worker knows them, and a finger for them: a browser without a screen has
 * none that could be clicked.
 */
export class NotificationTray {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** True when the worker can show notifications. */
  async isOpen(): Promise<boolean> {
    return this.#worker.evaluate<boolean>(`self.registration.active?.state === 'activated'`);
  }

  /** Null when none stands there. */
  async readShown(): Promise<readonly ShownNotification[] | null> {
    const shown = await this.#worker.evaluate<ShownNotification[]>(`
      self.registration.getNotifications().then((all) => all.map((one) => ({
        title: one.title,
        body: one.body,
        actions: one.actions.map(({ title }) => title),
        silent: one.silent,
        requireInteraction: one.requireInteraction,
      })))`);
    return shown.length > 0 ? shown : null;
  }

  /**
   * Clicks on the notification, or on one of its buttons. Resolves when the worker is done: true when it
   * brought a page to the front. Only the browser's own event may prolong a worker's life, or bring a page to
   * the front; what the worker asks for is therefore written down.
   */
  async choose(action: 'answer' | 'decline' | ''): Promise<boolean> {
    return this.#worker.evaluate<boolean>(`(async () => {
      self.frontPage = null;
      WindowClient.prototype.focus = function () { self.frontPage = this.url; return Promise.resolve(this); };
      const [notification] = await self.registration.getNotifications();
      const event = new NotificationEvent('notificationclick', { notification, action: '${action}' });
      let work = Promise.reject(new Error('The worker does not listen.'));
      work.catch(() => undefined);
      Object.defineProperty(event, 'waitUntil', { value: (promise) => { work = promise; } });
      self.dispatchEvent(event);
      await work;
      return self.frontPage !== null;
    })()`);
  }

  /** The address of the page that was brought to the front last, or null. */
  async frontPage(): Promise<string | null> {
    return this.#worker.evaluate<string | null>('self.frontPage');
  }
}

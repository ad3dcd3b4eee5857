import { Listeners } from '../core/listeners.js';
import type { NotificationPermissionPort } from '../core/notification-permission.js';
import { PhoneError } from '../core/phone-error.js';
import type { Unsubscribe } from '../core/ports.js';

/** The browser's permission to show notifications; null where it has none to give. */
export function createNotificationPermission(): NotificationPermissionPort | null {
  return 'Notification' in globalThis ? new BrowserNotificationPermission() : null;
}

class BrowserNotificationPermission implements NotificationPermissionPort {
  readonly #listeners = new Listeners<void>();
  #last = Notification.permission;

  getPermission(): NotificationPermission {
    return Notification.permission;
  }

  subscribe(listener: () => void): Unsubscribe {
    const unsubscribe = this.#listeners.subscribe(listener);
    const watch = new AbortController();
    void this.#watchSettings(watch.signal);
    return () => {
      watch.abort();
      unsubscribe();
    };
  }

  /** Rejects with `invalid-state` outside a click: browsers punish pages that ask unasked, and so do people. */
  async ask(): Promise<void> {
    // Undefined in browsers that do not say; those refuse by themselves.
    if ((navigator.userActivation as UserActivation | undefined)?.isActive === false) {
      throw new PhoneError('invalid-state', 'Notifications may only be asked for within a click.');
    }
    await Notification.requestPermission();
    this.#tellChange();
  }

  /** It can also be changed beside the address bar. */
  async #watchSettings(signal: AbortSignal): Promise<void> {
    // Some browsers have notifications and do not let their permission be watched.
    const status = await navigator.permissions.query({ name: 'notifications' }).catch(() => null);
    status?.addEventListener('change', () => this.#tellChange(), { signal });
  }

  #tellChange(): void {
    if (Notification.permission === this.#last) return;
    this.#last = Notification.permission;
    this.#listeners.emit();
  }
}

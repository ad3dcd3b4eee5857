/** Whether the system may show calls while the page is hidden. Only a person's click may ask for it. */
import type { Unsubscribe } from './ports.js';

export interface NotificationPermissionPort {
  /** The W3C's `NotificationPermission`. */
  getPermission(): 'default' | 'granted' | 'denied';
  /** Called at each change. */
  subscribe(listener: () => void): Unsubscribe;
  /** Makes the browser ask. To be called within a click. */
  ask(): Promise<void>;
}

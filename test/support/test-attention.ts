import type { AttentionOptions, AttentionSettings, CallAttention } from '../../src/core/call-attention.js';
import type { NotificationPermissionPort } from '../../src/core/notification-permission.js';

/** Attracts nobody's attention, and remembers what it was told. */
export class TestAttention implements CallAttention {
  readonly options: AttentionOptions;
  readonly settings: AttentionSettings[] = [];
  asked = 0;
  isDestroyed = false;
  readonly notificationPermission: NotificationPermissionPort = {
    getPermission: () => 'default',
    subscribe: () => () => undefined,
    ask: () => {
      this.asked += 1;
      return Promise.resolve();
    },
  };

  constructor(options: AttentionOptions) {
    this.options = options;
  }

  configure(settings: AttentionSettings): void {
    this.settings.push(settings);
  }

  destroy(): void {
    this.isDestroyed = true;
  }
}

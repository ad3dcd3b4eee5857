import type { CallController } from '../../core/call-controller.js';
import type { NotificationPermissionPort } from '../../core/notification-permission.js';
import { PhoneError } from '../../core/phone-error.js';
import type { Unsubscribe } from '../../core/ports.js';
import type { AttentionHost, PhoneAttention } from './phone-attention.js';
import type { PhoneComposer } from './phone-composer.js';

/** What makes a ring hard to miss, loaded once calls can come so that it holds up none of them. */
export class ServedAttention {
  readonly #host: AttentionHost;
  readonly #findComposer: () => PhoneComposer | null;
  #controller: CallController | null = null;
  #loading: Promise<PhoneAttention> | null = null;
  #attention: PhoneAttention | null = null;

  constructor(host: AttentionHost, findComposer: () => PhoneComposer | null) {
    this.#host = host;
    this.#findComposer = findComposer;
  }

  /** Null until it is loaded, and where the browser has no notifications. */
  get notificationPermission(): NotificationPermissionPort | null {
    return this.#attention?.notificationPermission ?? null;
  }

  /** Attends to this phone until the answer is called. */
  attend(controller: CallController): Unsubscribe {
    this.#controller = controller;
    const unsubscribe = controller.subscribe(({ device }) => {
      if (device.status === 'registered') this.load().catch(() => undefined);
    });
    return () => {
      unsubscribe();
      this.#attention?.end();
      this.#controller = this.#loading = this.#attention = null;
    };
  }

  /** Rejects when a part did not load; the next call of this tries again. */
  load(): Promise<PhoneAttention> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<PhoneAttention> {
    const controller = this.#controller;
    const composer = this.#findComposer();
    if (!controller || !composer) throw new PhoneError('invalid-state', 'There is no phone yet.');
    const [{ PhoneAttention }, maker] = await Promise.all([
      import('./phone-attention.js'),
      composer.loadAttention(),
    ]);
    if (controller !== this.#controller) throw new PhoneError('invalid-state', 'The phone is gone.');
    this.#attention = new PhoneAttention(this.#host, { controller, clock: composer.clock, maker });
    this.#host.requestUpdate();
    return this.#attention;
  }
}

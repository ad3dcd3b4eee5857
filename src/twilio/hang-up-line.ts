import type { HangUpPort, HangUpPortEvent } from '../core/hang-ups.js';
import { Listeners } from '../core/listeners.js';
import type { Unsubscribe } from '../core/ports.js';
import type { SdkDevice } from './sdk-device.js';

/** What becomes of hang-ups, which the SDK forgets where it has no connection. */
export class HangUpLine implements HangUpPort {
  readonly #currentDevice: () => SdkDevice | null;
  readonly #listeners = new Listeners<HangUpPortEvent>();
  /** Those that could not be said. */
  readonly #unsaid = new Set<string>();
  #isTrusted = true;

  constructor(currentDevice: () => SdkDevice | null) {
    this.#currentDevice = currentDevice;
  }

  get isConnected(): boolean {
    return this.#currentDevice()?.isConnected ?? false;
  }

  /** True while a call's far end has not been told that it is over. */
  get isAwaited(): boolean {
    return this.#unsaid.size > 0;
  }

  subscribe(listener: (event: HangUpPortEvent) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  repeat(callSid: string): void {
    this.#currentDevice()?.hangUp(callSid);
    this.#unsaid.delete(callSid);
  }

  /** A call was hung up, or is lost; the SDK says so only while its device is connected. */
  tellHangUp(callSid: string, isConnected: boolean): void {
    if (!isConnected) this.#unsaid.add(callSid);
    this.#listeners.emit({ type: 'hang-up', hangUp: { callSid, wasSent: isConnected && this.#isTrusted } });
  }

  /** The page goes: from here on nobody knows what is still sent. */
  mistrust(): void {
    this.#isTrusted = false;
  }

  /** What the device says of itself: registered it is connected, and without a connection it is not registered. */
  hear(status: 'registering' | 'registered' | 'unregistered'): void {
    if (status === 'registered') {
      this.#isTrusted = true;
      this.#listeners.emit({ type: 'connected' });
    } else if (status === 'unregistered' && !this.isConnected) {
      this.#listeners.emit({ type: 'disconnected' });
    }
  }
}

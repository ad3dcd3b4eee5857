import { Listeners } from '../core/listeners.js';
import type { PhoneError, PhoneErrorCode } from '../core/phone-error.js';
import type { DeviceStatus } from '../core/phone-state.js';
import type { DevicePortEvent, Unsubscribe } from '../core/ports.js';

/** Who answers as whom; known once registered. */
interface Registered {
  readonly identity: string | null;
  readonly connectedEdge: string | null;
}

/** What the device's port tells: each status once, and each error once until something changes. */
export class DeviceNews {
  readonly #listeners = new Listeners<DevicePortEvent>();
  readonly #attemptEnds = new Listeners<void>();
  #status: DeviceStatus = 'unregistered';
  /** The SDK reports each failed attempt to connect twice, for as long as it fails. */
  readonly #knownErrors = new Set<PhoneErrorCode>();

  /** As told: what the SDK does on the way is not told. */
  get status(): DeviceStatus {
    return this.#status;
  }

  subscribe(listener: (event: DevicePortEvent) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  tell(event: DevicePortEvent): void {
    this.#listeners.emit(event);
  }

  tellStatus(status: DeviceStatus, registered: Registered | null = null): void {
    if (status === this.#status || this.#status === 'destroyed') return;
    this.#status = status;
    if (status === 'registered') {
      this.#knownErrors.clear();
      const { identity = null, connectedEdge: edge = null } = registered ?? {};
      this.#listeners.emit({ type: 'registered', identity, edge });
    } else {
      this.#listeners.emit({ type: status });
    }
    if (status !== 'registering') this.endAttempt();
  }

  tellError(error: PhoneError): void {
    if (this.#knownErrors.has(error.code) || this.#status === 'destroyed') return;
    this.#knownErrors.add(error.code);
    this.#listeners.emit({ type: 'error', error });
    this.endAttempt();
  }

  /** Something has changed: the same error is news again. */
  forgetErrors(): void {
    this.#knownErrors.clear();
  }

  /** Something has gone wrong since anything was right. */
  get isTroubled(): boolean {
    return this.#knownErrors.size > 0;
  }

  /** The attempt to register is over, however it went. */
  endAttempt(): void {
    this.#attemptEnds.emit();
  }

  /** Resolves when the attempt to register is over. */
  attemptEnd(): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = this.#attemptEnds.subscribe(() => {
        unsubscribe();
        resolve();
      });
    });
  }
}

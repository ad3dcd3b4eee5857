import type { VoiceSdkLoader } from '../../../src/twilio/load-voice-sdk.js';
import type {
  VoiceSdkAudio,
  VoiceSdkCall,
  VoiceSdkDevice,
  VoiceSdkDeviceOptions,
} from '../../../src/twilio/voice-sdk.js';
import type { FakeSdkCall } from './fake-sdk-call.js';

type Listener = (...values: never[]) => void;

/** A device of the SDK that does nothing by itself, for what local Twilio cannot be made to do. */
export class FakeSdkDevice implements VoiceSdkDevice {
  state = 'unregistered';
  identity: string | null = 'alice';
  edge: string | null = 'ashburn';
  isBusy = false;
  audio: VoiceSdkAudio | null = null;
  readonly options: VoiceSdkDeviceOptions;
  /** Every command, in order. */
  readonly commands: string[] = [];
  /** What `connect()` answers; without it, it waits for ever. */
  call: FakeSdkCall | null = null;
  readonly #token: { current: string };
  readonly #listeners = new Map<string, Listener[]>();

  constructor(token: string, options: VoiceSdkDeviceOptions) {
    this.#token = { current: token };
    this.options = options;
  }

  get token(): string {
    return this.#token.current;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  emit(event: string, ...values: unknown[]): void {
    if (['registering', 'registered', 'unregistered', 'destroyed'].includes(event)) this.state = event;
    for (const listener of this.#listeners.get(event) ?? []) listener(...(values as never[]));
  }

  listenerCount(event: string): number {
    return this.#listeners.get(event)?.length ?? 0;
  }

  removeAllListeners(): void {
    this.#listeners.clear();
  }

  register(): Promise<void> {
    this.commands.push('register');
    this.emit('registering');
    return new Promise(() => undefined);
  }

  unregister(): Promise<void> {
    this.commands.push('unregister');
    return new Promise(() => undefined);
  }

  updateToken(token: string): void {
    this.commands.push(`updateToken(${token})`);
    this.#token.current = token;
  }

  connect(): Promise<VoiceSdkCall> {
    this.commands.push('connect');
    return this.call ? Promise.resolve(this.call) : new Promise(() => undefined);
  }

  destroy(): void {
    this.commands.push('destroy');
    this.state = 'destroyed';
  }
}

/** A module that builds such devices, and keeps them in the order in which they were built. */
export function createFakeSdk(): {
  readonly load: VoiceSdkLoader;
  readonly devices: readonly FakeSdkDevice[];
} {
  const devices: FakeSdkDevice[] = [];
  class Device extends FakeSdkDevice {
    static readonly isSupported = true;

    constructor(token: string, options: VoiceSdkDeviceOptions) {
      super(token, options);
      devices.push(this);
    }
  }
  return { load: () => Promise.resolve({ Device }), devices };
}

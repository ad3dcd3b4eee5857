/** The half of the phone that knows calls. It may follow when the phone is reachable already. */
import { CallCommands } from './call-commands.js';
import type { CallQuality } from './call-quality.js';
import { CallRegister } from './call-register.js';
import { can } from './can.js';
import { IncomingPolicy } from './incoming-policy.js';
import { OutgoingCalls } from './outgoing-calls.js';
import type { PhoneFact } from './phone-fact.js';
import { defaultPhoneSettings } from './phone-settings.js';
import type { PhoneSettings } from './phone-settings.js';
import type { Command } from './phone-state.js';
import type { PhoneStore } from './phone-store.js';
import type {
  CallPort,
  ClockPort,
  DevicePort,
  IdPort,
  MicrophonePort,
  RingerPort,
  Unsubscribe,
} from './ports.js';
import type { Registration } from './registration.js';
import type { Wishes } from './wishes.js';

/** What the other half hands over. */
export interface PhoneCallsParts {
  readonly store: PhoneStore;
  readonly wishes: Wishes;
  readonly registration: Registration;
  readonly device: DevicePort;
  readonly microphone: MicrophonePort;
  readonly ringer: RingerPort;
  readonly clock: ClockPort;
  readonly createId: IdPort;
  /** What the page has said so far; the rest is as the guide has it. */
  readonly settings: () => Partial<PhoneSettings>;
  readonly report: (report: string) => void;
}

export class PhoneCalls {
  readonly commands: CallCommands;
  readonly outgoing: OutgoingCalls;
  readonly #store: PhoneStore;
  readonly #register: CallRegister;
  readonly #policy: IncomingPolicy;

  constructor(parts: PhoneCallsParts) {
    this.#store = parts.store;
    const settings = () => ({ ...defaultPhoneSettings, ...parts.settings() });
    const calls = (this.#register = new CallRegister(parts));
    this.commands = new CallCommands({ ...parts, calls });
    this.outgoing = new OutgoingCalls({ ...parts, calls, settings });
    this.#policy = new IncomingPolicy({ ...parts, calls, commands: this.commands, settings });
  }

  /** Whether a command would be taken now. */
  can(command: Command, callId?: string): boolean {
    return can(this.#store.getState(), command, callId);
  }

  /** Somebody calls. */
  take(port: CallPort): void {
    this.#register.take(port);
  }

  /** Nothing is heard of a call that nobody knows. */
  watchQuality(callId: string, listener: (samples: readonly CallQuality[]) => void): Unsubscribe {
    return this.#register.watchQuality(callId, listener);
  }

  /** A fact, after the state has it. */
  hear(fact: PhoneFact): void {
    this.#policy.hear(fact);
  }

  /** The device is gone, and every call with it. */
  clear(): void {
    this.#policy.clear();
    this.#register.clear();
  }
}

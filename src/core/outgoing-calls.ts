/** Places calls. A call exists only once the device has it: until then a caller may come first. */
import { outcomeForCall } from './call-commands.js';
import type { CallRegister } from './call-register.js';
import { PhoneError } from './phone-error.js';
import { requirePhoneCommand } from './phone-rules.js';
import { outgoingParameters } from './phone-settings.js';
import type { PhoneSettings } from './phone-settings.js';
import type { PhoneStore } from './phone-store.js';
import type { CallPort, DevicePort, IdPort, MicrophonePort } from './ports.js';
import type { Registration } from './registration.js';
import type { Wishes } from './wishes.js';

interface OutgoingCallsParts {
  readonly store: PhoneStore;
  readonly calls: CallRegister;
  readonly wishes: Wishes;
  readonly registration: Registration;
  readonly device: DevicePort;
  readonly microphone: MicrophonePort;
  readonly createId: IdPort;
  readonly settings: () => PhoneSettings;
}

export class OutgoingCalls {
  readonly #parts: OutgoingCallsParts;

  constructor(parts: OutgoingCallsParts) {
    this.#parts = parts;
  }

  /** Resolves when it rings there, or is answered; rejects when it cannot. */
  async make(phoneNumber: string, parameters: Readonly<Record<string, string>>): Promise<void> {
    const { store, calls, wishes, createId, settings } = this.#parts;
    const to = phoneNumber.trim();
    if (to === '') throw new PhoneError('invalid-argument', 'makeCall needs a number or a client to call.');
    requirePhoneCommand(store.getState(), 'makeCall');
    let callId: string | null = null;
    await wishes.make({
      command: 'makeCall',
      act: async () => {
        const port = await this.#place({ ...outgoingParameters(settings()), ...parameters, To: to });
        callId = createId();
        calls.add(callId, port, 'connecting');
      },
      outcomeOf: (fact) => outcomeForCall(fact, callId, ['call-ringing', 'call-accept', 'call-reconnected']),
    });
  }

  async #place(parameters: Readonly<Record<string, string>>): Promise<CallPort> {
    const { device, microphone, registration } = this.#parts;
    await microphone.acquire();
    try {
      this.#requireFree();
      const answer = await registration.token();
      this.#requireFree();
      return await device.makeCall(answer, parameters);
    } catch (error) {
      microphone.release();
      throw error;
    }
  }

  /** Somebody may call while one is being placed; the SDK would drop that call without a word. */
  #requireFree(): void {
    const { device, calls } = this.#parts.store.getState();
    if (device.status !== 'destroyed' && calls.length === 0) return;
    throw new PhoneError('invalid-state', 'Something came before this call was placed.');
  }
}

import { deviceOptions } from '../../../src/twilio/device-options.js';
import { loadVoiceSdk } from '../../../src/twilio/load-voice-sdk.js';
import type { VoiceSdkCall, VoiceSdkDevice } from '../../../src/twilio/voice-sdk.js';
import {
  callFromOutside,
  createAnswer,
  ECHO,
  hangUp,
  misbehave,
  putThroughTo,
  startLocalTwilio,
} from './local-twilio.js';

/** A call of the SDK, and the names of what it has told. */
export interface BareCall {
  readonly call: VoiceSdkCall;
  readonly told: readonly string[];
}

const callEvents = [
  'accept',
  'cancel',
  'disconnect',
  'error',
  'mute',
  'reconnected',
  'reconnecting',
  'reject',
  'ringing',
  'transportClose',
] as const;

let nextIdentity = 0;

/** The SDK without our port, with the options that our port gives it and one identity for each test. */
export class BareDevices {
  identity = '';
  readonly #devices: VoiceSdkDevice[] = [];

  async create(changes: object = {}): Promise<VoiceSdkDevice> {
    const { Device } = await loadVoiceSdk();
    const choices = { edge: null, logLevel: 'silent', publishEvents: false } as const;
    const options = deviceOptions(choices, () => navigator.mediaDevices.getUserMedia({ audio: true }));
    const { token } = await createAnswer(this.identity);
    const device = new Device(token, { ...options, ...changes });
    device.on('error', () => undefined);
    this.#devices.push(device);
    return device;
  }

  async createRegistered(changes: object = {}): Promise<VoiceSdkDevice> {
    const device = await this.create(changes);
    await device.register();
    return device;
  }

  /** Somebody calls. */
  async ring(device: VoiceSdkDevice): Promise<BareCall> {
    const incoming = new Promise<VoiceSdkCall>((resolve) => device.on('incoming', resolve));
    await callFromOutside(this.identity);
    return record(await incoming);
  }

  async place(device: VoiceSdkDevice, number = ECHO): Promise<BareCall> {
    await putThroughTo(number);
    return record(await device.connect({ params: { To: number } }));
  }

  /** The socket is gone without a word. */
  drop(): Promise<unknown> {
    return misbehave({ do: 'drop-sockets', how: 'abrupt', identity: this.identity });
  }

  begin(): void {
    nextIdentity += 1;
    this.identity = `bare-${nextIdentity}`;
  }

  async end(): Promise<void> {
    for (const device of this.#devices.splice(0)) device.destroy();
    await misbehave({ do: 'behave' });
    await hangUp();
  }
}

/** For the tests of one `describe`. */
export function useBareDevices(): BareDevices {
  const bare = new BareDevices();
  before(startLocalTwilio);
  beforeEach(() => bare.begin());
  afterEach(() => bare.end());
  return bare;
}

function record(call: VoiceSdkCall): BareCall {
  const told: string[] = [];
  for (const event of callEvents) call.on(event as 'accept', () => told.push(event));
  return { call, told };
}

import { expect } from '@open-wc/testing';
import { loadVoiceSdk } from '../../src/twilio/load-voice-sdk.js';
import type { VoiceSdkDevice, VoiceSdkStream } from '../../src/twilio/voice-sdk.js';
import { countSent, eventually, isRegistered, misbehave } from './support/local-twilio.js';
import { useBareDevices } from './support/use-bare-devices.js';
import { usePhoneLines } from './support/use-phone-lines.js';
import { watchDevices } from './support/watch-devices.js';

/** What shows whether anything is left of a call. */
interface DeviceInside extends VoiceSdkDevice {
  readonly calls: readonly unknown[];
  readonly _stream: VoiceSdkStream & { listenerCount(event: string): number };
}

/** Traps of the SDK that have no room in the facts about registration and tokens; the numbers are our list's. */
describe('the port of a device, over the real SDK', () => {
  const open = usePhoneLines();

  it('trap 7: does nothing with a token that comes after the end, where the SDK would throw', async () => {
    const line = open();
    await line.register();
    line.port.destroy();
    const listens = await countSent('listen');
    line.port.updateToken(await line.createAnswer({ ttlInSeconds: 120 }));
    line.port.dropConnection();
    const late = await line.register().catch((error: unknown) => error);
    expect(late).to.include({ code: 'invalid-state' });
    await line.port.unregister();
    expect(await countSent('listen')).to.equal(listens);
    expect(line.device.types.at(-1)).to.equal('destroyed');
  });

  it('trap 10: leaves nothing behind of a dozen calls that were ignored, where the SDK warns, and takes the next one', async () => {
    const devices: DeviceInside[] = [];
    const line = open({ loadVoiceSdk: async () => watchDevices(await loadVoiceSdk(), devices) });
    await line.register();
    const [device] = devices;
    const countListeners = () => device?._stream.listenerCount('cancel');
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (...words) => warnings.push(words.join(' '));
    try {
      const atFirst = countListeners();
      for (let count = 0; count < 12; count += 1) {
        const { call, events } = await line.ring();
        call.ignore();
        expect(events.types).to.deep.equal(['ignore']);
      }
      expect(device?.calls).to.deep.equal([]);
      expect(countListeners()).to.equal(atFirst);
      const next = await line.answer();
      expect(next.events.types).to.deep.equal(['connecting', 'accept']);
      expect(warnings.filter((words) => words.includes('MaxListeners'))).to.deep.equal([]);
    } finally {
      console.warn = warn;
    }
  });

  it('trap 17: never changes a device’s options, also where it is to stand elsewhere: another one is built', async () => {
    const { Device } = await loadVoiceSdk();
    const { prototype } = Device as unknown as { prototype: { updateOptions: () => void } };
    const { updateOptions } = prototype;
    let changes = 0;
    prototype.updateOptions = function (this: VoiceSdkDevice, ...options: []) {
      changes += 1;
      updateOptions.apply(this, options);
    };
    try {
      const line = open();
      await line.register();
      // The constructor itself asks for them once.
      const atFirst = changes;
      await line.port.register(await line.createAnswer({ ttlInSeconds: 120, edge: 'roaming' }));
      await line.device.until('registered', 2);
      expect(changes - atFirst).to.equal(atFirst);
      await line.answer();
      await line.port.register(await line.createAnswer({ ttlInSeconds: 180 }));
      expect(changes, 'in a call').to.equal(2 * atFirst);
    } finally {
      prototype.updateOptions = updateOptions;
    }
  });
});

/** What readiness is proven by. An upgrade of the SDK that closes one of these doors fails here. */
describe('the private doors of the SDK’s connection', () => {
  const bare = useBareDevices();

  function wordsOf(device: VoiceSdkDevice): unknown[] {
    const words: unknown[] = [];
    const transport = device._stream?.transport;
    const listen = () => {
      transport?._socket?.addEventListener('message', (event) => words.push((event as MessageEvent).data));
    };
    transport?.on('open', listen);
    listen();
    return words;
  }

  it('let a heartbeat be heard, on each socket that follows another', async () => {
    const device = await bare.createRegistered();
    const words = wordsOf(device);
    await misbehave({ do: 'beat', identity: bare.identity });
    await eventually(() => words.includes('\n'));
    await bare.drop();
    await eventually(() => device.state !== 'registered');
    await eventually(() => device.state === 'registered');
    words.length = 0;
    await misbehave({ do: 'beat', identity: bare.identity });
    await eventually(() => words.includes('\n'));
  });

  it('let go of a socket as the SDK itself does: it says unregistered at once, and comes back', async () => {
    const device = await bare.createRegistered();
    device._stream?.transport._closeSocket();
    expect(device.state).to.equal('unregistered');
    await eventually(() => device.state === 'registered');
    await eventually(() => isRegistered(bare.identity));
  });
});

import { expect } from '@open-wc/testing';
import { PhoneError } from '../../src/core/phone-error.js';
import { createMicrophone } from '../../src/media/microphone.js';
import { createCallAudio } from '../../src/media/call-audio.js';
import { createHoldMusicLoader } from '../../src/media/hold-music.js';
import type { CallKit, LateCallKit } from '../../src/twilio/call-kit.js';
import { sdkAudioContext } from '../../src/twilio/sdk-audio-context.js';
import { FakeClock } from '../support/fake-clock.js';
import { settle } from '../support/fake-ports.js';
import { FakeSdkCall } from './support/fake-sdk-call.js';
import { createFakeSdk } from './support/fake-sdk-device.js';
import { kitOf } from './support/kit-of.js';
import { PhoneLine } from './support/phone-line.js';

/** It rings before the part of the phone that makes calls has arrived. */
describe('a call that comes before its kit', () => {
  const lines: PhoneLine[] = [];

  afterEach(() => {
    for (const line of lines.splice(0)) line.port.destroy();
  });

  class SlowKit implements LateCallKit {
    current: CallKit | null = null;
    arrive: () => void = () => undefined;
    fail: (error: PhoneError) => void = () => undefined;
    readonly #arrival = new Promise<CallKit>((resolve, reject) => {
      this.fail = reject;
      this.arrive = () => {
        const clock = new FakeClock();
        const audio = createCallAudio({
          clock,
          loadHoldMusic: createHoldMusicLoader(),
          borrowContext: sdkAudioContext,
        });
        this.current = kitOf({ clock, microphone: createMicrophone(), audio }).current;
        if (this.current) resolve(this.current);
      };
    });

    load(): Promise<CallKit> {
      return this.#arrival;
    }
  }

  async function openRegistered() {
    const sdk = createFakeSdk();
    const kit = new SlowKit();
    const line = new PhoneLine({ loadVoiceSdk: sdk.load, clock: new FakeClock(), kit });
    lines.push(line);
    void line.port.register({
      token: 'token-1',
      edge: null,

      lifetimeInSeconds: 3_600,
      issuedAt: 1,
    });
    await settle();
    const device = sdk.devices[0];
    device?.emit('registered');
    return { line, kit, ring: (call: FakeSdkCall) => device?.emit('incoming', call) };
  }

  function types(line: PhoneLine): string[] {
    return line.device.events.map(({ type }) => type);
  }

  it('rings as soon as the kit is there', async () => {
    const { line, kit, ring } = await openRegistered();
    ring(new FakeSdkCall());
    await settle();
    expect(types(line)).not.to.include('incoming');
    kit.arrive();
    await settle();
    expect(types(line)).to.include('incoming');
  });

  it('does not ring when its caller has given up meanwhile', async () => {
    const { line, kit, ring } = await openRegistered();
    const call = new FakeSdkCall();
    ring(call);
    call.state = 'closed';
    kit.arrive();
    await settle();
    expect(types(line)).not.to.include('incoming');
  });

  it('is left to ring elsewhere, and the person told, when the kit does not come', async () => {
    const { line, kit, ring } = await openRegistered();
    const call = new FakeSdkCall();
    ring(call);
    kit.fail(new PhoneError('sdk-load-failed', 'A part of the phone did not load.'));
    await settle();
    expect(call.commands).to.deep.equal(['ignore']);
    expect(line.device.events.at(-1)).to.have.nested.property('error.code', 'sdk-load-failed');
  });
});

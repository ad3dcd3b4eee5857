import { expect } from '@open-wc/testing';
import type { TokenAnswer } from '../../src/core/ports.js';
import { FakeClock } from '../support/fake-clock.js';
import { settle } from '../support/fake-ports.js';
import { createFakeSdk } from './support/fake-sdk-device.js';
import {
  callFromOutside,
  countSent,
  eventually,
  identities,
  isRegistered,
  misbehave,
} from './support/local-twilio.js';
import { PhoneLine } from './support/phone-line.js';
import { usePhoneLines } from './support/use-phone-lines.js';
import { WirePhone } from './support/wire-phone.js';

/**
 * Faults 9 to 15: what the network does to a phone that is, or would be, registered. The core and the real SDK against
 * local Twilio's misbehaviour. The phone's own time is turned by hand; what the SDK does takes its milliseconds.
 */
describe('a phone over a network that is not good', () => {
  const open = usePhoneLines();

  async function readyPhone(): Promise<WirePhone> {
    const phone = new WirePhone(open);
    await phone.controller.register();
    return phone;
  }

  it('fault 9: sockets that never open: it is connecting, begins anew within 15 seconds, and finds its way', async () => {
    const phone = new WirePhone(open);
    await misbehave({ do: 'stall-sockets' });
    const registered = phone.controller.register().catch(() => undefined);
    await eventually(() => phone.controller.getState().device.status === 'registering');
    await misbehave({ do: 'behave' });
    expect(phone.isReady, 'the first device still waits').to.equal(false);
    phone.clock.tick(13_000);
    await eventually(() => phone.isReady);
    await registered;
    expect(await isRegistered(phone.line.identity)).to.equal(true);
  });

  it('fault 10: sockets that are refused: one error, however many attempts, and it is back when it looks again', async () => {
    const phone = await readyPhone();
    await misbehave({ do: 'refuse-sockets' });
    await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: phone.line.identity });
    await eventually(() => phone.count('device-error') > 0);
    phone.clock.tick(13_000);
    await eventually(() => phone.controller.getState().device.status === 'registering');
    phone.clock.tick(26_000);
    await settle();
    expect(phone.count('device-error')).to.equal(1);
    expect(phone.controller.getState().device.error).to.have.property('code', 'connection-failed');
    await misbehave({ do: 'behave' });
    phone.controller.checkConnection();
    await eventually(() => phone.isReady);
  });

  it('fault 10: five minutes of it replace the device four times, and no more than once in two minutes after that', async () => {
    const clock = new FakeClock();
    const sdk = createFakeSdk();
    const line = new PhoneLine({ loadVoiceSdk: sdk.load, clock });
    const answer: TokenAnswer = { token: 'token-1', edge: null, lifetimeInSeconds: 3_600, issuedAt: 1 };
    void line.port.register(answer);
    await settle();
    const refuseFor = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        // As the SDK does: two errors for each attempt.
        for (const code of [31005, 31000]) sdk.devices.at(-1)?.emit('error', { code });
        clock.tick(1_000);
        await settle();
      }
    };
    await refuseFor(300);
    expect(sdk.devices).to.have.length(5);
    await refuseFor(240);
    expect(sdk.devices).to.have.length(7);
    expect(line.device.types.filter((type) => type === 'error')).to.have.length(1);
    line.port.destroy();
  });

  it('fault 11: a line that is half open: no readiness within 16 seconds, and then a new line', async () => {
    const phone = await readyPhone();
    const { identity } = phone.line;
    phone.clock.tick(10_000);
    await misbehave({ do: 'beat', identity });
    await eventually(() => phone.controller.getSilenceInMilliseconds() === 0);
    const registers = await countSent('register');
    await misbehave({ do: 'half-open', identity });
    phone.clock.tick(15_749);
    await misbehave({ do: 'beat', identity });
    expect(phone.isReady, 'until then').to.equal(true);
    phone.clock.tick(1);
    expect(phone.isReady, 'and no longer').to.equal(false);
    await eventually(() => phone.isReady);
    expect(await countSent('register')).to.equal(registers + 1);
  });

  it('fault 11: in a call the line is made anew, and the call goes on', async () => {
    const phone = await readyPhone();
    await callFromOutside(phone.line.identity);
    await eventually(() => phone.controller.can('answerCall'));
    await phone.controller.answerCall();
    await misbehave({ do: 'half-open', identity: phone.line.identity });
    phone.clock.tick(15_750);
    expect(phone.isReady).to.equal(false);
    await eventually(() => phone.count('call-reconnected') === 1);
    await eventually(() => phone.isReady);
    expect(phone.controller.hasActiveCall()).to.equal(true);
  });

  it('fault 12: sockets that drop again and again: one registration, and a caller rings once', async () => {
    const phone = await readyPhone();
    const { identity } = phone.line;
    await misbehave({ do: 'flap', times: 8, everyMilliseconds: 250 });
    // The SDK may be caught half-way, and would wait for ever.
    phone.clock.tick(13_000);
    await eventually(async () => phone.isReady && (await isRegistered(identity)));
    expect((await identities()).filter((name) => name === identity)).to.have.length(1);
    const { legs } = await callFromOutside(identity);
    expect(legs).to.have.length(1);
    await eventually(() => phone.controller.can('answerCall'));
    expect(phone.count('call-incoming')).to.equal(1);
    expect(phone.tokenRequests, 'no token for it').to.equal(1);
  });

  it('fault 13: `connected` that speaks of five seconds, each time: no storm, one request a minute', async () => {
    const phone = new WirePhone(open);
    await misbehave({ do: 'claim-lifetime', inSeconds: 5 });
    const listens = await countSent('listen');
    await phone.controller.register();
    await eventually(() => phone.count('device-token-will-expire') === 1);
    phone.clock.tick(59_000);
    await settle();
    expect(phone.tokenRequests).to.equal(1);
    expect(await countSent('listen')).to.equal(listens + 1);
  });

  it('fault 14: a registration that is refused right after the line came back, and then taken, is never shown', async () => {
    const phone = await readyPhone();
    const { identity } = phone.line;
    await misbehave({ do: 'answer-with-error', to: 'register', code: 31204 });
    await misbehave({ do: 'drop-sockets', how: 'abrupt', identity });
    await eventually(() => phone.controller.getState().device.retryAt !== null);
    phone.clock.tick(2_000);
    await eventually(() => phone.isReady);
    phone.clock.tick(10_000);
    expect(phone.states.map(({ device }) => device.error?.code ?? null)).to.deep.equal(
      phone.states.map(() => null),
    );
  });

  // That the list of missed calls comes from the server is the backend's half; it waits for the backend.
  it('fault 15: after eight hours of sleep the caller of yesterday is gone, and the phone is ready again', async () => {
    const phone = await readyPhone();
    const { identity } = phone.line;
    await callFromOutside(identity);
    await eventually(() => phone.controller.can('answerCall'));
    await misbehave({ do: 'half-open', identity });
    phone.clock.sleep(8 * 3_600_000);
    phone.controller.checkConnection();
    phone.clock.tick(250);
    await eventually(() => phone.isReady && phone.tokenRequests === 2);
    expect(phone.controller.getState().calls).to.deep.equal([]);
    expect(await isRegistered(identity)).to.equal(true);
  });
});

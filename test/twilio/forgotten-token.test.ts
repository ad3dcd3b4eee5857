import { expect } from '@open-wc/testing';
import type { TokenAnswer } from '../../src/core/ports.js';
import { settle } from '../support/fake-ports.js';
import { FakeSdkCall } from './support/fake-sdk-call.js';
import { createFakeSdk } from './support/fake-sdk-device.js';
import { PhoneLine } from './support/phone-line.js';

const answer: TokenAnswer = { token: 'token-1', edge: null, lifetimeInSeconds: 3_600, issuedAt: 1 };

/** Whoever signs out leaves nothing behind with which calls could be made in their name. */
describe('the port of the device forgets the token', () => {
  const lines: PhoneLine[] = [];

  afterEach(() => {
    for (const line of lines.splice(0)) line.port.destroy();
  });

  function open() {
    const sdk = createFakeSdk();
    const line = new PhoneLine({ loadVoiceSdk: sdk.load });
    lines.push(line);
    return { port: line.port, device: line.device, sdk };
  }

  async function openRegistered() {
    const opened = open();
    void opened.port.register(answer);
    await settle();
    opened.sdk.devices[0]?.emit('registered');
    await settle();
    expect(opened.port.answer).to.equal(answer);
    return opened;
  }

  it('when it is not wanted any more', async () => {
    const { port } = await openRegistered();
    await port.unregister();
    expect(port.answer).to.equal(null);
  });

  it('when the call is over in which it was sent away', async () => {
    const { port, sdk } = await openRegistered();
    const call = new FakeSdkCall();
    sdk.devices[0]?.emit('incoming', call);
    await port.unregister();
    expect(port.answer).to.equal(answer);
    call.emit('cancel');
    await settle();
    expect(port.answer).to.equal(null);
  });

  it('when it was sent away while the SDK was loaded, and keeps no device', async () => {
    const { port, sdk } = open();
    const registering = port.register(answer);
    await port.unregister();
    await registering;
    expect(port.answer).to.equal(null);
    expect(sdk.devices.map(({ state }) => state)).to.deep.equal(['destroyed']);
  });

  it('when it is destroyed', async () => {
    const { port } = await openRegistered();
    port.destroy();
    expect(port.answer).to.equal(null);
  });
});

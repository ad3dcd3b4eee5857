import { expect } from '@open-wc/testing';
import { forgetfulPeerConnection } from '../../src/twilio/forgetful-peer-connection.js';
import type { VoiceSdkCall } from '../../src/twilio/voice-sdk.js';
import { eventually } from './support/local-twilio.js';
import { useBareDevices } from './support/use-bare-devices.js';

/** Where the SDK keeps its connection. */
interface SdkCallInside extends VoiceSdkCall {
  readonly _mediaHandler: { readonly version: { readonly pc: RTCPeerConnection } };
}

/** The names under which somebody listens. */
function handlersOf(target: EventTarget): readonly string[] {
  const names: string[] = [];
  for (const name in target) if (name.startsWith('on') && Reflect.get(target, name)) names.push(name);
  return names;
}

describe('a forgetful peer connection', () => {
  function create(): RTCPeerConnection {
    const PeerConnection = forgetfulPeerConnection();
    return new PeerConnection();
  }

  it('is the browser’s own in everything else', async () => {
    const connection = create();
    expect(connection).to.be.instanceOf(RTCPeerConnection);
    const told: string[] = [];
    connection.onsignalingstatechange = () => told.push(connection.signalingState);
    connection.addTransceiver('audio');
    await connection.setLocalDescription(await connection.createOffer());
    await eventually(() => told.length > 0);
    expect(told).to.deep.equal(['have-local-offer']);
    connection.close();
    expect(connection.signalingState).to.equal('closed');
  });

  it('forgets its handlers when it is closed, and those of the ways that its sound took', async () => {
    const connection = create();
    connection.addTransceiver('audio');
    await connection.setLocalDescription(await connection.createOffer());
    const transport = connection.getSenders()[0]?.transport;
    if (!transport) throw new Error('It has no transport.');
    connection.onicecandidate = () => undefined;
    transport.onstatechange = () => undefined;
    transport.iceTransport.onselectedcandidatepairchange = () => undefined;
    Object.assign(connection, { onopen: () => undefined });
    expect(handlersOf(connection)).to.have.members(['onicecandidate', 'onopen']);
    connection.close();
    for (const target of [connection, transport, transport.iceTransport]) {
      expect(handlersOf(target)).to.deep.equal([]);
    }
  });

  it('may be closed twice, and before anything was sent by it', () => {
    const connection = create();
    connection.onicecandidate = () => undefined;
    connection.close();
    connection.close();
    expect(connection.onicecandidate).to.equal(null);
  });
});

describe('a call of SDK 2.18.5, bare,', () => {
  const bare = useBareDevices();

  it('is carried by the connection that we give it, and leaves no handler on it', async () => {
    const device = await bare.createRegistered();
    for (const end of ['ring', 'place'] as const) {
      const { call, told } = await bare[end](device);
      if (end === 'ring') call.accept();
      await eventually(() => told.includes('accept'));
      const { pc } = (call as SdkCallInside)._mediaHandler.version;
      const [transport] = pc.getSenders().map((sender) => sender.transport);
      expect(handlersOf(pc)).to.include('onconnectionstatechange');
      call.disconnect();
      expect(pc.signalingState).to.equal('closed');
      expect(handlersOf(pc)).to.deep.equal([]);
      expect(transport && handlersOf(transport)).to.deep.equal([]);
    }
  });
});

import { expect } from '@open-wc/testing';
import type { HangUpPortEvent } from '../../src/core/hang-ups.js';
import type { VoiceSdkDevice } from '../../src/twilio/voice-sdk.js';
import {
  countSent,
  eventually,
  isRegistered,
  misbehave,
  NEVER_THERE,
  putThroughTo,
  sentFrames,
  statusOfCall,
} from './support/local-twilio.js';
import type { PhoneLine, RecordedCall } from './support/phone-line.js';
import { Recorder } from './support/recorder.js';
import { useBareDevices } from './support/use-bare-devices.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/** The SDK's door that we use though it is private, and why: an upgrade that closes it fails here. */
describe('the real SDK, hung up without a connection', () => {
  const bare = useBareDevices();

  async function hangUpOffline(): Promise<{ device: VoiceSdkDevice; callSid: string }> {
    const device = await bare.createRegistered();
    const { call } = await bare.ring(device);
    const isAccepted = new Promise<void>((resolve) => call.on('accept', resolve));
    call.accept();
    await isAccepted;
    const callSid = call.parameters['CallSid'] ?? '';
    await eventually(async () => (await statusOfCall(callSid)) === 'in-progress');
    await bare.drop();
    await eventually(() => device.edge === null);
    call.disconnect();
    await eventually(() => device.edge !== null);
    return { device, callSid };
  }

  it('trap 11: never says so, not even when it is connected again', async () => {
    const before = await countSent('hangup');
    const { callSid } = await hangUpOffline();
    await eventually(async () => (await countSent('register')) > 1);
    expect(await countSent('hangup')).to.equal(before);
    expect(await statusOfCall(callSid)).to.equal('in-progress');
  });

  it('has a stream that says it for us, of a call that is not its own any more', async () => {
    const { device, callSid } = await hangUpOffline();
    device._stream?.hangup(callSid);
    await eventually(async () => (await statusOfCall(callSid)) === 'completed');
  });
});

describe('the port, hung up without a connection', () => {
  const open = usePhoneLines();

  async function loseConnection(line: PhoneLine): Promise<void> {
    await misbehave({ do: 'refuse-sockets' });
    await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
    await eventually(() => !line.port.hangUps.isConnected);
  }

  /** Says again what was not said, as the core does. */
  function record(line: PhoneLine): Recorder<HangUpPortEvent> {
    const told = new Recorder<HangUpPortEvent>(line.port.hangUps);
    line.port.hangUps.subscribe(({ type }) => {
      if (type !== 'connected') return;
      for (const event of told.events) {
        if (event.type === 'hang-up' && !event.hangUp.wasSent) line.port.hangUps.repeat(event.hangUp.callSid);
      }
    });
    return told;
  }

  function hangUpsOf(told: Recorder<HangUpPortEvent>) {
    return told.events.flatMap((event) => (event.type === 'hang-up' ? [event.hangUp] : []));
  }

  /** A call that both sides know to be open. */
  async function answer(line: PhoneLine): Promise<RecordedCall> {
    const call = await line.answer();
    await eventually(async () => (await statusOfCall(call.legSid)) === 'in-progress');
    return call;
  }

  async function ended({ legSid }: RecordedCall): Promise<void> {
    await eventually(async () => (await statusOfCall(legSid)) === 'completed');
  }

  it('trap 11: tells that nothing was sent, and says it on the next connection', async () => {
    const line = open();
    await line.register();
    const told = record(line);
    const call = await answer(line);
    await loseConnection(line);
    call.call.disconnect();
    expect(hangUpsOf(told)).to.deep.equal([{ callSid: call.legSid, wasSent: false }]);
    expect(call.events.types.at(-1)).to.equal('disconnect');
    await misbehave({ do: 'behave' });
    await ended(call);
    expect(line.port.hangUps.isAwaited).to.equal(false);
  });

  it('keeps a device that nobody wants until it has said so, and no longer', async () => {
    const line = open();
    await line.register();
    record(line);
    const call = await answer(line);
    await line.port.unregister();
    await eventually(async () => !(await isRegistered(line.identity)));
    await loseConnection(line);
    call.call.disconnect();
    expect(line.port.answer).not.to.equal(null);
    await misbehave({ do: 'behave' });
    await ended(call);
    await eventually(() => !line.port.hangUps.isConnected);
    expect(line.port.answer).to.equal(null);
    await eventually(async () => !(await isRegistered(line.identity)));
  });

  it('keeps it also where do not disturb comes after the hang-up', async () => {
    const line = open();
    await line.register();
    record(line);
    const call = await answer(line);
    await loseConnection(line);
    call.call.disconnect();
    await line.port.unregister();
    await misbehave({ do: 'behave' });
    await ended(call);
  });

  it('tells of a placed call that was lost while it rang: nobody else would end it', async () => {
    const line = open();
    const answer = await line.register();
    const told = record(line);
    await putThroughTo(NEVER_THERE);
    const { events } = await line.place(answer, NEVER_THERE);
    const { parameters } = await events.until('ringing');
    await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
    await events.until('transportClose');
    const callSid = parameters['CallSid'];
    expect(hangUpsOf(told)).to.deep.equal([{ callSid, wasSent: false }]);
    await eventually(async () => {
      return (await sentFrames('hangup')).some(({ payload }) => payload['callsid'] === callSid);
    });
  });

  it('tells nothing of a call that only rang here', async () => {
    const line = open();
    await line.register();
    const told = record(line);
    (await line.ring()).call.reject();
    (await line.ring()).call.ignore();
    const lost = await line.ring();
    await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
    await lost.events.until('transportClose');
    expect(hangUpsOf(told)).to.deep.equal([]);
  });

  it('says that a hang-up was sent where it was, and trusts in nothing as the page goes', async () => {
    const line = open();
    await line.register();
    const told = record(line);
    const first = await answer(line);
    first.call.disconnect();
    await ended(first);
    const second = await answer(line);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    expect(hangUpsOf(told)).to.deep.equal([
      { callSid: first.legSid, wasSent: true },
      { callSid: second.legSid, wasSent: false },
    ]);
  });
});

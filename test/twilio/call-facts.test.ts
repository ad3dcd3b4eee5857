import { expect } from '@open-wc/testing';
import type { TokenAnswer } from '../../src/core/ports.js';
import {
  ECHO,
  eventually,
  hangUp,
  misbehave,
  NEVER_THERE,
  putThroughTo,
  sentFrames,
  startLocalTwilio,
  statusOfCall,
} from './support/local-twilio.js';
import { PhoneLine } from './support/phone-line.js';
import type { RecordedCall } from './support/phone-line.js';

/**
 * What the real SDK does in a call, and what the port makes of it. The SDK's Device and Call run unmodified
 * against local Twilio; an upgrade that changes one of these facts fails the test that is named after it.
 */
describe('a call of the real SDK', () => {
  let line: PhoneLine;
  let answer: TokenAnswer;

  before(startLocalTwilio);

  beforeEach(async () => {
    line = new PhoneLine();
    await putThroughTo(ECHO);
    answer = await line.register();
  });

  afterEach(async () => {
    line.port.destroy();
    await misbehave({ do: 'behave' });
    await hangUp();
  });

  const ring = (parameters?: Record<string, string>): Promise<RecordedCall> => line.ring(parameters);
  const place = (): Promise<RecordedCall> => line.place(answer);

  /** Puts the test in the place of the browser's prompt. */
  function holdPrompt(): () => Promise<void> {
    let grant: (stream: MediaStream) => void = () => undefined;
    line.openMicrophone = () => new Promise((resolve) => (grant = resolve));
    return async () => grant(await navigator.mediaDevices.getUserMedia({ audio: true }));
  }

  describe('that comes in', () => {
    it('brings Twilio’s parameters and the custom ones', async () => {
      const { call, legSid } = await ring({ name: 'Zoë = Co', naïve: 'a&b' });
      expect(call.direction).to.equal('INCOMING');
      expect(call.from).to.equal('+12025550123');
      expect(call.to).to.equal(`client:${line.identity}`);
      expect(call.parameters).to.include({ CallSid: legSid, name: 'Zoë = Co', naïve: 'a&b' });
    });

    it('is accepted without an event, so the port says connecting', async () => {
      const { call, events } = await ring();
      call.accept();
      expect(events.types).to.deep.equal(['connecting']);
      await events.until('accept');
      expect(events.types).to.deep.equal(['connecting', 'accept']);
    });

    it('is cancelled by its caller with cancel, and no disconnect', async () => {
      const { events, legSid } = await ring();
      await hangUp(legSid);
      await events.until('cancel');
      expect(events.types).to.deep.equal(['cancel']);
    });

    it('is rejected at once with reject, and no disconnect, and Twilio is told', async () => {
      const { call, events, legSid } = await ring();
      call.reject();
      expect(events.types).to.deep.equal(['reject']);
      await eventually(async () =>
        (await sentFrames('reject')).some(({ payload }) => payload['callsid'] === legSid),
      );
    });

    it('is ignored without an event, so the port says ignore, and Twilio is told nothing', async () => {
      const { call, events, legSid } = await ring();
      const before = (await sentFrames()).length;
      call.ignore();
      expect(events.types).to.deep.equal(['ignore']);
      expect(await statusOfCall(legSid)).to.equal('ringing');
      expect((await sentFrames()).slice(before).map(({ type }) => type)).to.deep.equal([]);
    });

    it('can be ignored, and the next one comes in as ever', async () => {
      const first = await ring();
      first.call.ignore();
      const second = await ring();
      expect(second.events.types).to.deep.equal([]);
      second.call.reject();
      expect(second.events.types).to.deep.equal(['reject']);
      expect(first.events.types).to.deep.equal(['ignore']);
    });

    it('does nothing for disconnect while it rings', async () => {
      const { call, events, legSid } = await ring();
      call.disconnect();
      expect(events.types).to.deep.equal([]);
      expect(await statusOfCall(legSid)).to.equal('ringing');
    });

    it('ignores a second accept, reject or ignore', async () => {
      const { call, events } = await ring();
      call.accept();
      call.accept();
      call.reject();
      call.ignore();
      await events.until('accept');
      expect(events.types).to.deep.equal(['connecting', 'accept']);
    });

    it('can be muted before it is answered, and stays muted', async () => {
      const { call, events } = await ring();
      call.mute(true);
      expect(events.events).to.deep.equal([{ type: 'mute', isMuted: true }]);
      call.accept();
      await events.until('accept');
      expect(events.types).to.deep.equal(['mute', 'connecting', 'accept']);
    });

    it('is cancelled while the microphone prompt is open, and the microphone is let go of', async () => {
      const { call, events, legSid } = await ring();
      const grant = holdPrompt();
      call.accept();
      await hangUp(legSid);
      await events.until('cancel');
      await grant();
      await eventually(() => line.tracks.length > 0 && line.openTracks === 0);
      expect(events.types).to.deep.equal(['connecting', 'cancel']);
    });

    it('ends with disconnect and then error when the microphone is refused: the port keeps that order', async () => {
      const { call, events } = await ring();
      line.openMicrophone = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
      call.accept();
      const { error } = await events.until('error');
      expect(events.types).to.deep.equal(['connecting', 'disconnect', 'error']);
      expect(error.code).to.equal('microphone-denied');
    });

    it('says exactly why the microphone did not open, which the SDK does not', async () => {
      const { call, events } = await ring();
      line.openMicrophone = () => Promise.reject(new DOMException('Could not start', 'NotReadableError'));
      call.accept();
      expect((await events.until('error')).error.code).to.equal('microphone-busy');
    });

    it('hangs up the call before it when it is accepted in its midst', async () => {
      const first = await ring();
      first.call.accept();
      await first.events.until('accept');
      const second = await ring();
      second.call.accept();
      await second.events.until('accept');
      expect(first.events.types).to.deep.equal(['connecting', 'accept', 'disconnect']);
      expect(second.events.types).to.deep.equal(['connecting', 'accept']);
    });

    it('arrives while another call is open: the SDK would drop it without a word', async () => {
      const first = await ring();
      first.call.accept();
      await first.events.until('accept');
      const second = await ring();
      second.call.reject();
      expect(second.events.types).to.deep.equal(['reject']);
      expect(first.events.types).to.deep.equal(['connecting', 'accept']);
    });

    it('rings on when another that rang is accepted', async () => {
      const first = await ring();
      const second = await ring();
      first.call.accept();
      await first.events.until('accept');
      expect(second.events.types).to.deep.equal([]);
      second.call.reject();
      expect(second.events.types).to.deep.equal(['reject']);
    });
  });

  describe('that is placed', () => {
    it('rings with its CallSid, and is accepted', async () => {
      const { call, events } = await place();
      expect(call).to.include({ direction: 'OUTGOING', from: `client:${line.identity}`, to: ECHO });
      expect(call.parameters).not.to.have.property('CallSid');
      const { parameters } = await events.until('ringing');
      expect(parameters['CallSid']).to.match(/^CA/);
      expect(parameters['To']).to.equal(ECHO);
      await events.until('accept');
    });

    it('makes the SDK ignore every call that rings, without a word, so the port says ignore', async () => {
      const ringing = await ring();
      await place();
      expect(ringing.events.types).to.deep.equal(['ignore']);
    });

    it('ends with disconnect', async () => {
      const { call, events } = await place();
      await events.until('accept');
      call.disconnect();
      expect(events.types.at(-1)).to.equal('disconnect');
    });

    it('ends once, although the SDK ends it twice when it is hung up while the prompt is open', async () => {
      const grant = holdPrompt();
      const { call, events } = await place();
      call.disconnect();
      await grant();
      await eventually(() => line.tracks.length > 0 && line.openTracks === 0);
      expect(events.types).to.deep.equal(['disconnect']);
    });

    const refusals: readonly (readonly [number, string])[] = [
      [31486, 'callee-busy'],
      [31404, 'callee-not-found'],
      [31480, 'callee-unavailable'],
      [31603, 'call-declined'],
      [31002, 'call-declined'],
      [31206, 'rate-limited'],
    ];
    for (const [code, meaning] of refusals) {
      it(`ends with error and then disconnect when it is refused: ${code} is ${meaning}`, async () => {
        await misbehave({ do: 'answer-with-error', to: 'invite', code });
        const { events } = await place();
        await events.until('disconnect');
        expect(events.types).to.deep.equal(['error', 'disconnect']);
        expect(events.events[0]).to.have.nested.property('error.code', meaning);
      });
    }

    it('can follow another at once', async () => {
      const first = await place();
      await first.events.until('accept');
      first.call.disconnect();
      const second = await place();
      await second.events.until('accept');
      expect(first.events.types.at(-1)).to.equal('disconnect');
    });

    it('is refused while another is open', async () => {
      const { events } = await place();
      await events.until('accept');
      const failure = await line.port.makeCall(answer, { To: NEVER_THERE }).catch((error: unknown) => error);
      expect(failure).to.include({ code: 'invalid-state' });
      expect(events.types).not.to.include('disconnect');
    });
  });

  describe('that is open', () => {
    it('is hung up from the other side with disconnect', async () => {
      const { call, events, legSid } = await ring();
      call.accept();
      await events.until('accept');
      await hangUp(legSid);
      await events.until('disconnect');
      expect(events.types).to.deep.equal(['connecting', 'accept', 'disconnect']);
    });

    it('tells mute once, and nothing when nothing changes', async () => {
      const { call, events } = await ring();
      call.accept();
      await events.until('accept');
      call.mute(true);
      call.mute(true);
      call.mute(false);
      expect(events.events.slice(2)).to.deep.equal([
        { type: 'mute', isMuted: true },
        { type: 'mute', isMuted: false },
      ]);
    });

    it('does not say that it is un-muted by its end', async () => {
      const { call, events } = await ring();
      call.accept();
      await events.until('accept');
      call.mute(true);
      call.disconnect();
      expect(events.types).to.deep.equal(['connecting', 'accept', 'mute', 'disconnect']);
    });

    it('tells an error for digits that are none, and goes on', async () => {
      const { call, events } = await ring();
      call.accept();
      await events.until('accept');
      call.sendDigits('call me');
      expect(events.events.at(-1)).to.have.nested.property('error.code', 'invalid-argument');
      call.sendDigits('1');
      expect(events.types).to.deep.equal(['connecting', 'accept', 'error']);
    });

    it('leaves no microphone open', async () => {
      const { call, events } = await ring();
      call.accept();
      await events.until('accept');
      expect(line.openTracks).to.equal(1);
      call.disconnect();
      await eventually(() => line.openTracks === 0);
    });
  });
});

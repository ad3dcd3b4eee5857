import { expect } from '@open-wc/testing';
import { eventually, hangUp, misbehave, sentFrames, statusOfCall } from './support/local-twilio.js';
import { holdPrompt } from './support/phone-line.js';
import type { PhoneLine, RecordedCall } from './support/phone-line.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/**
 * What the real SDK does in a call, and what the port makes of it. The SDK's Device and Call run unmodified
 * against local Twilio; an upgrade that changes one of these facts fails the test that is named after it.
 */
describe('a call of the real SDK', () => {
  const open = usePhoneLines();
  let line: PhoneLine;

  beforeEach(async () => {
    line = open();
    await line.register();
  });

  const ring = (parameters?: Record<string, string>): Promise<RecordedCall> => line.ring(parameters);

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

    it('trap 10: can be ignored, and the next one comes in as ever', async () => {
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
      const grant = holdPrompt(line);
      call.accept();
      await hangUp(legSid);
      await events.until('cancel');
      await grant();
      await eventually(() => line.tracks.length > 0 && line.openTracks === 0);
      expect(events.types).to.deep.equal(['connecting', 'cancel']);
    });

    it('is cancelled when its caller gives up while the answer is on its way: open, and then no disconnect', async () => {
      const { call, events, legSid } = await ring();
      await misbehave({ do: 'rename', frame: 'hangup', to: 'cancel' });
      call.accept();
      await events.until('accept');
      await hangUp(legSid);
      await events.until('cancel');
      await eventually(() => line.openTracks === 0);
      expect(events.types).to.deep.equal(['connecting', 'accept', 'cancel']);
    });

    it('trap 12: ends with disconnect and then error when the microphone is refused: the port keeps that order', async () => {
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

    it('trap 8: arrives while another call is open: the SDK would drop it without a word', async () => {
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
});

import { expect } from '@open-wc/testing';
import { eventually, hangUp } from './support/local-twilio.js';
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

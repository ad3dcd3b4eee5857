import { expect } from '@open-wc/testing';
import type { TokenAnswer } from '../../src/core/ports.js';
import { ECHO, eventually, misbehave, NEVER_THERE } from './support/local-twilio.js';
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
  let answer: TokenAnswer;

  beforeEach(async () => {
    line = open();
    answer = await line.register();
  });

  const ring = (parameters?: Record<string, string>): Promise<RecordedCall> => line.ring(parameters);
  const place = (): Promise<RecordedCall> => line.place(answer);

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
      const grant = holdPrompt(line);
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
});

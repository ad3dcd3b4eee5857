import { expect } from '@open-wc/testing';
import {
  countSent,
  ECHO,
  eventually,
  isRegistered,
  misbehave,
  NEVER_THERE,
  putThroughTo,
} from './support/local-twilio.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/**
 * What the real Device does when its connection or itself is lost, and what the port makes of it. It runs unmodified against local Twilio; an
 * upgrade that changes one of these facts fails the test that is named after it.
 */
describe('the device of the real SDK', () => {
  const open = usePhoneLines();

  describe('when its signalling is lost', () => {
    it('keeps an open call, and says reconnecting once', async () => {
      const line = open();
      await line.register();
      const { events } = await line.answer();
      await misbehave({ do: 'be-away', forMilliseconds: 1_500 });
      await events.until('reconnected');
      expect(events.types).to.deep.equal(['connecting', 'accept', 'reconnecting', 'reconnected']);
      expect(events.events[2]).to.have.nested.property('error.code', 'connection-failed');
    });

    it('trap 2: ends a call that rings here: the SDK forgets it, and says that it reconnects', async () => {
      const line = open();
      await line.register();
      const { call, events } = await line.ring();
      await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
      await events.until('transportClose');
      call.accept();
      await line.device.until('registered', 3);
      expect(events.types).to.deep.equal(['transportClose']);
      expect(line.openTracks).to.equal(0);
      const next = await line.answer();
      expect(next.events.types).to.deep.equal(['connecting', 'accept']);
    });

    it('trap 1: ends a call that rings elsewhere, closes the microphone, and can place the next: the SDK would stay busy', async () => {
      const line = open();
      const answer = await line.register();
      await putThroughTo(NEVER_THERE);
      const { events } = await line.place(answer, NEVER_THERE);
      await events.until('ringing');
      await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
      await events.until('transportClose');
      await eventually(() => line.openTracks === 0);
      await line.device.until('registered', 2);
      // The device that lost the call goes on: none had to be built in its place.
      const comeBack = ['error', 'unregistered', 'registering', 'registered'];
      expect(line.device.types.slice(2)).to.deep.equal(comeBack);
      await putThroughTo(ECHO);
      const next = await line.place(answer);
      await next.events.until('accept');
      expect(events.types).to.deep.equal(['ringing', 'transportClose']);
      const incoming = await line.ring();
      incoming.call.reject();
    });
  });

  describe('is destroyed', () => {
    it('trap 9: with its calls: what is open is hung up, what rings goes on ringing elsewhere', async () => {
      const line = open();
      await line.register();
      const opened = await line.answer();
      const ringing = await line.ring();
      const rejects = await countSent('reject');
      line.port.destroy();
      expect(opened.events.types.at(-1)).to.equal('disconnect');
      expect(ringing.events.types).to.deep.equal(['ignore']);
      expect(line.device.types.slice(-2)).to.deep.equal(['incoming', 'destroyed']);
      await eventually(async () => !(await isRegistered(line.identity)));
      expect(await countSent('reject')).to.equal(rejects);
      await eventually(() => line.openTracks === 0);
    });

    it('once, and takes nothing more', async () => {
      const line = open();
      const answer = await line.register();
      line.port.destroy();
      line.port.destroy();
      line.port.updateToken(answer);
      await line.port.unregister();
      expect(await line.port.register(answer).catch((error: unknown) => error)).to.include({
        code: 'invalid-state',
      });
      expect(await line.place(answer).catch((error: unknown) => error)).to.include({ code: 'invalid-state' });
      expect(line.device.types.filter((type) => type === 'destroyed')).to.have.length(1);
      expect(line.device.types.at(-1)).to.equal('destroyed');
    });
  });
});

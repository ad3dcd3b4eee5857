import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { countSent, eventually, isRegistered, misbehave } from './support/local-twilio.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/**
 * What the real Device does with tokens, and what the port makes of it. It runs unmodified against local Twilio; an
 * upgrade that changes one of these facts fails the test that is named after it.
 */
describe('the device of the real SDK', () => {
  const open = usePhoneLines();

  describe('with a token', () => {
    for (const [code, meaning] of [
      [20101, 'token-invalid'],
      [31205, 'token-expired'],
      [31202, 'token-invalid'],
      [20151, 'token-invalid'],
    ] as const) {
      it(`that Twilio refuses (${code}), says ${meaning} and is ready for a better one`, async () => {
        const line = open();
        await misbehave({ do: 'answer-with-error', to: 'listen', code });
        await line.register();
        await line.device.until('unregistered');
        expect(line.device.types).to.deep.equal(['registering', 'error', 'unregistered']);
        expect(line.device.events[1]).to.have.nested.property('error.code', meaning);
        await line.register();
        await line.device.until('registered');
      });
    }

    it('that expires, is replaced: the SDK would stay registered and stop renewing it', async () => {
      const line = open();
      await line.register();
      await misbehave({ do: 'expire-tokens', identity: line.identity });
      await line.device.until('unregistered');
      expect(line.device.types.slice(2)).to.deep.equal(['error', 'unregistered']);
      expect(line.device.events[2]).to.have.nested.property('error.code', 'token-expired');
      await line.port.register(await line.createAnswer({ ttlInSeconds: 120 }));
      await line.device.until('registered', 2);
      await eventually(() => isRegistered(line.identity));
    });

    it('that expires in a call, keeps the call, and registers again after it', async () => {
      const line = open();
      await line.register();
      const { call, events } = await line.answer();
      await misbehave({ do: 'expire-tokens', identity: line.identity });
      await line.device.until('error');
      const listens = await countSent('listen');
      line.port.updateToken(await line.createAnswer({ ttlInSeconds: 120 }));
      await eventually(async () => (await countSent('listen')) === listens + 1);
      expect(events.types).not.to.include('disconnect');
      const from = line.device.events.length;
      call.disconnect();
      await line.device.until('registered', from);
      expect(line.device.types.slice(from)).to.deep.equal(['unregistered', 'registering', 'registered']);
      await eventually(() => isRegistered(line.identity));
    });

    it('that is fresh, presents it on the same socket and stays registered', async () => {
      const line = open();
      await line.register();
      const listens = await countSent('listen');
      const registers = await countSent('register');
      line.port.updateToken(await line.createAnswer({ ttlInSeconds: 120 }));
      await eventually(async () => (await countSent('listen')) === listens + 1);
      expect(await countSent('register')).to.equal(registers);
      expect(line.device.types).to.deep.equal(['registering', 'registered']);
    });

    it('that it has already, presents nothing', async () => {
      const line = open();
      const answer = await line.register();
      const listens = await countSent('listen');
      line.port.updateToken(answer);
      line.port.updateToken(await line.createAnswer({ ttlInSeconds: 120 }));
      await eventually(async () => (await countSent('listen')) === listens + 1);
    });

    it('and no device, does nothing', async () => {
      const line = open();
      const listens = await countSent('listen');
      line.port.updateToken(await line.createAnswer());
      expect(await countSent('listen')).to.equal(listens);
      expect(line.device.events).to.deep.equal([]);
    });

    it('trap 5: that will expire, says so once for each: the SDK says it again and again', async () => {
      const line = open();
      await line.port.register(await line.createAnswer({ ttlInSeconds: 10 }));
      await line.device.until('tokenWillExpire');
      const from = line.device.events.length;
      line.port.updateToken(await line.createAnswer({ ttlInSeconds: 9 }));
      await line.device.until('tokenWillExpire', from);
      expect(line.device.types.filter((type) => type === 'tokenWillExpire')).to.have.length(2);
    });
  });

  describe('places calls', () => {
    it('without being registered, and does not become so', async () => {
      const line = open();
      const { events } = await line.place(await line.createAnswer());
      await events.until('accept');
      expect(await isRegistered(line.identity)).to.equal(false);
      expect(line.device.events).to.deep.equal([]);
    });

    it('not with a token that Twilio refuses, and then with a better one: the SDK would wait for ever', async () => {
      const line = open();
      await misbehave({ do: 'answer-with-error', to: 'listen', code: 31205 });
      const failure = await line.place(await line.createAnswer()).catch((error: unknown) => error);
      expect(failure).to.include({ code: 'token-expired' });
      const { events } = await line.place(await line.createAnswer({ ttlInSeconds: 120 }));
      await events.until('accept');
    });

    it('not while Twilio cannot be reached, and then when it can: the SDK would wait for ever', async () => {
      const clock = new FakeClock();
      const line = open({ clock });
      const answer = await line.createAnswer();
      await misbehave({ do: 'refuse-sockets' });
      const placing = line.place(answer).catch((error: unknown) => error);
      await line.device.until('error');
      clock.tick(13_000);
      expect(await placing).to.include({ code: 'connection-failed' });
      await misbehave({ do: 'behave' });
      const { events } = await line.place(answer);
      await events.until('accept');
    });

    it('not when it is destroyed meanwhile', async () => {
      const line = open();
      const answer = await line.createAnswer();
      await misbehave({ do: 'stall', frame: 'connected' });
      const listens = await countSent('listen');
      const placing = line.place(answer).catch((error: unknown) => error);
      await eventually(async () => (await countSent('listen')) === listens + 1);
      line.port.destroy();
      expect(await placing).to.include({ code: 'invalid-state' });
    });
  });
});

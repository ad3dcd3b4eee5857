import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import {
  ECHO,
  eventually,
  hangUp,
  identities,
  misbehave,
  NEVER_THERE,
  putThroughTo,
  sentFrames,
  startLocalTwilio,
} from './support/local-twilio.js';
import { PhoneLine } from './support/phone-line.js';

/**
 * What the real SDK's Device does, and what the port makes of it. It runs unmodified against local Twilio; an
 * upgrade that changes one of these facts fails the test that is named after it.
 */
describe('the device of the real SDK', () => {
  const lines: PhoneLine[] = [];

  before(async () => {
    await startLocalTwilio();
    await putThroughTo(ECHO);
  });

  afterEach(async () => {
    for (const line of lines.splice(0)) line.port.destroy();
    await misbehave({ do: 'behave' });
    await hangUp();
  });

  function open(...options: ConstructorParameters<typeof PhoneLine>): PhoneLine {
    const line = new PhoneLine(...options);
    lines.push(line);
    return line;
  }

  async function isRegistered({ identity }: PhoneLine): Promise<boolean> {
    return (await identities()).includes(identity);
  }

  /** How many frames of a type arrived since. */
  async function countSent(type: string): Promise<number> {
    return (await sentFrames(type)).length;
  }

  describe('registers', () => {
    it('when it is asked to, and not before', async () => {
      const before = await countSent('listen');
      const line = open();
      expect(await countSent('listen')).to.equal(before);
      await line.register();
      expect(line.device.events).to.deep.equal([
        { type: 'registering' },
        { type: 'registered', identity: line.identity, edge: 'roaming' },
      ]);
      expect(await isRegistered(line)).to.equal(true);
    });

    it('once, when it is asked twice: the SDK would throw', async () => {
      const line = open();
      const answer = await line.createAnswer();
      const before = await countSent('register');
      await Promise.all([line.port.register(answer), line.port.register(answer)]);
      await line.port.register(answer);
      expect(line.device.types).to.deep.equal(['registering', 'registered']);
      expect(await countSent('register')).to.equal(before + 1);
    });

    it('with the newer token, when one comes while it is on the way', async () => {
      const line = open();
      const listens = await countSent('listen');
      await misbehave({ do: 'stall', frame: 'connected' });
      const first = line.port.register(await line.createAnswer({ ttlInSeconds: 60 }));
      await eventually(async () => (await countSent('listen')) === listens + 1);
      await misbehave({ do: 'behave' });
      await line.port.register(await line.createAnswer({ ttlInSeconds: 120 }));
      await first;
      expect(line.device.types).to.deep.equal(['registering', 'registered']);
    });

    it('with the newer token, when one comes before there is a connection: the SDK calls that an error', async () => {
      const line = open();
      const [older, newer] = await Promise.all([
        line.createAnswer({ ttlInSeconds: 60 }),
        line.createAnswer({ ttlInSeconds: 120 }),
      ]);
      await Promise.all([line.port.register(older), line.port.register(newer)]);
      expect(line.device.types).to.deep.equal(['registering', 'registered']);
      expect((await sentFrames('listen')).at(-1)?.payload['token']).to.equal(newer.token);
    });

    it('anew on a fresh device, when Twilio does not answer: the SDK would wait for ever', async () => {
      const clock = new FakeClock();
      const line = open({ clock });
      await misbehave({ do: 'stall', frame: 'ready' });
      const registration = line.register();
      await line.device.until('registering');
      clock.tick(12_999);
      expect(line.device.types).to.deep.equal(['registering']);
      clock.tick(1);
      await registration;
      await line.device.until('registering', 1);
      expect(line.device.types).to.deep.equal(['registering', 'error', 'unregistered', 'registering']);
      expect(line.device.events[1]).to.have.nested.property('error.code', 'registration-failed');
      await misbehave({ do: 'behave' });
      clock.tick(13_000);
      await line.device.until('registered');
      expect(line.device.types.slice(4)).to.deep.equal(['unregistered', 'registering', 'registered']);
    });

    it('by itself, when its server said ready too late for the socket: the SDK’s promise is rejected', async () => {
      const line = open();
      await misbehave({ do: 'stall', frame: 'ready' });
      const registration = line.register();
      await line.device.until('registering');
      await eventually(() => isRegistered(line));
      await misbehave({ do: 'behave' });
      await misbehave({ do: 'drop-sockets', how: 'clean', identity: line.identity });
      await registration;
      await line.device.until('registered');
      expect(line.device.types).to.deep.equal([
        'registering',
        'unregistered',
        'error',
        'registering',
        'registered',
      ]);
      expect(line.device.events[2]).to.have.nested.property('error.code', 'registration-failed');
    });

    it('again by itself when its socket is lost, after one error', async () => {
      const line = open();
      await line.register();
      await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
      await line.device.until('registered', 2);
      expect(line.device.types).to.deep.equal([
        'registering',
        'registered',
        'error',
        'unregistered',
        'registering',
        'registered',
      ]);
      expect(line.device.events[2]).to.have.nested.property('error.code', 'connection-failed');
    });

    it('again without an error when its server said good-bye', async () => {
      const line = open();
      await line.register();
      await misbehave({ do: 'drop-sockets', how: 'clean', identity: line.identity });
      await line.device.until('registered', 2);
      expect(line.device.types.slice(2)).to.deep.equal(['unregistered', 'registering', 'registered']);
    });

    it('again when its server is back, and tells one error for all attempts between', async () => {
      const line = open();
      await line.register();
      await misbehave({ do: 'be-away', forMilliseconds: 1_500 });
      await line.device.until('registered', 2);
      expect(line.device.types.filter((type) => type === 'error')).to.have.length(1);
    });

    it('at once when it is asked to while the SDK waits for its next attempt', async () => {
      const line = open();
      const answer = await line.register();
      await misbehave({ do: 'refuse-sockets' });
      await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
      await line.device.until('unregistered');
      await misbehave({ do: 'behave' });
      await line.port.register(answer);
      await line.device.until('registered', 2);
    });
  });

  describe('unregisters', () => {
    it('and stays so: the SDK would register again at its next connection', async () => {
      const line = open();
      await line.register();
      await line.port.unregister();
      expect(line.device.types.slice(2)).to.deep.equal(['unregistered']);
      await eventually(async () => !(await isRegistered(line)));
      const registers = await countSent('register');
      line.port.updateToken(await line.createAnswer({ ttlInSeconds: 120 }));
      const { call } = await line.place(await line.createAnswer());
      expect(await isRegistered(line)).to.equal(false);
      expect(await countSent('register')).to.equal(registers);
      call.disconnect();
      expect(line.device.types.slice(2)).to.deep.equal(['unregistered']);
    });

    it('on the way to be registered', async () => {
      const line = open();
      await misbehave({ do: 'stall', frame: 'ready' });
      const registration = line.register();
      await line.device.until('registering');
      await line.port.unregister();
      await registration;
      await eventually(async () => !(await isRegistered(line)));
      expect(line.device.types).to.deep.equal(['registering', 'unregistered']);
    });

    it('while its socket is lost, and does not come back', async () => {
      const line = open();
      await line.register();
      await misbehave({ do: 'refuse-sockets' });
      await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
      await line.device.until('unregistered');
      await line.port.unregister();
      await misbehave({ do: 'behave' });
      const other = open();
      await other.register();
      expect(await isRegistered(line)).to.equal(false);
    });

    it('in a call, which goes on, and is sent away again when its connection comes back', async () => {
      const line = open();
      await line.register();
      const { call, events } = await line.answer();
      await line.port.unregister();
      await eventually(async () => !(await isRegistered(line)));
      await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
      await events.until('reconnected');
      const last = async () => (await sentFrames('register')).at(-1)?.payload['media'];
      await eventually(async () => JSON.stringify(await last()) === '{"audio":false}');
      await eventually(async () => !(await isRegistered(line)));
      expect(line.device.types.filter((type) => type === 'registered')).to.have.length(1);
      call.disconnect();
      expect(events.types.at(-1)).to.equal('disconnect');
    });

    it('in a call, and registers again in the same call', async () => {
      const line = open();
      const answer = await line.register();
      const { events } = await line.answer();
      const from = line.device.events.length;
      await line.port.unregister();
      await line.port.register(answer);
      await line.device.until('registered', from);
      await eventually(() => isRegistered(line));
      expect(events.types).not.to.include('disconnect');
    });
  });

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
      await eventually(() => isRegistered(line));
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
      await eventually(() => isRegistered(line));
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

    it('that will expire, says so once for each: the SDK says it again and again', async () => {
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
      expect(await isRegistered(line)).to.equal(false);
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

    it('ends a call that rings here: the SDK forgets it, and says that it reconnects', async () => {
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

    it('ends a call that rings elsewhere, closes the microphone, and can place the next: the SDK would stay busy', async () => {
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
    it('with its calls: what is open is hung up, what rings goes on ringing elsewhere', async () => {
      const line = open();
      await line.register();
      const opened = await line.answer();
      const ringing = await line.ring();
      const rejects = await countSent('reject');
      line.port.destroy();
      expect(opened.events.types.at(-1)).to.equal('disconnect');
      expect(ringing.events.types).to.deep.equal(['ignore']);
      expect(line.device.types.slice(-2)).to.deep.equal(['incoming', 'destroyed']);
      await eventually(async () => !(await isRegistered(line)));
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

import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { countSent, eventually, isRegistered, misbehave, sentFrames } from './support/local-twilio.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/**
 * How the real Device registers, and what the port makes of it. It runs unmodified against local Twilio; an
 * upgrade that changes one of these facts fails the test that is named after it.
 */
describe('the device of the real SDK', () => {
  const open = usePhoneLines();

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
      expect(await isRegistered(line.identity)).to.equal(true);
    });

    it('trap 16: once, when it is asked twice: the SDK would throw', async () => {
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

    it('trap 16: by itself, when its server said ready too late for the socket: the SDK’s promise is rejected', async () => {
      const line = open();
      await misbehave({ do: 'stall', frame: 'ready' });
      const registration = line.register();
      await line.device.until('registering');
      await eventually(() => isRegistered(line.identity));
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

    it('trap 15: again when its server is back, and tells one error for all attempts between', async () => {
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
    it('trap 3: and stays so: the SDK would register again at its next connection', async () => {
      const line = open();
      await line.register();
      await line.port.unregister();
      expect(line.device.types.slice(2)).to.deep.equal(['unregistered']);
      await eventually(async () => !(await isRegistered(line.identity)));
      const registers = await countSent('register');
      line.port.updateToken(await line.createAnswer({ ttlInSeconds: 120 }));
      const { call } = await line.place(await line.createAnswer());
      expect(await isRegistered(line.identity)).to.equal(false);
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
      await eventually(async () => !(await isRegistered(line.identity)));
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
      expect(await isRegistered(line.identity)).to.equal(false);
    });

    it('in a call, which goes on, and is sent away again when its connection comes back', async () => {
      const line = open();
      await line.register();
      const { call, events } = await line.answer();
      await line.port.unregister();
      await eventually(async () => !(await isRegistered(line.identity)));
      await misbehave({ do: 'drop-sockets', how: 'abrupt', identity: line.identity });
      await events.until('reconnected');
      const last = async () => (await sentFrames('register')).at(-1)?.payload['media'];
      await eventually(async () => JSON.stringify(await last()) === '{"audio":false}');
      await eventually(async () => !(await isRegistered(line.identity)));
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
      await eventually(() => isRegistered(line.identity));
      expect(events.types).not.to.include('disconnect');
    });
  });
});

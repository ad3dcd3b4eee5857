import { expect } from '@open-wc/testing';
import {
  ECHO,
  eventually,
  gatewayPosts,
  hangUp,
  identities,
  putThroughTo,
  sentFrames,
  startLocalTwilio,
} from './support/local-twilio.js';
import { PhoneLine } from './support/phone-line.js';

/** What the real SDK does to the page that it runs in, and what the port keeps from it. */
describe('the real SDK in a page', () => {
  const lines: PhoneLine[] = [];
  /** The host of each socket that was opened, the oldest first. */
  const hosts: string[] = [];

  before(async () => {
    await startLocalTwilio();
    await putThroughTo(ECHO);
    // The SDK keeps the page's WebSocket as it finds it when it is loaded.
    globalThis.WebSocket = new Proxy(globalThis.WebSocket, {
      construct: (target, [address, ...rest]: [string]) => {
        hosts.push(new URL(address).host);
        return Reflect.construct(target, [address, ...rest]);
      },
    });
  });

  afterEach(async () => {
    for (const line of lines.splice(0)) line.port.destroy();
    await hangUp();
  });

  function open(...options: ConstructorParameters<typeof PhoneLine>): PhoneLine {
    const line = new PhoneLine(...options);
    lines.push(line);
    return line;
  }

  describe('connects', () => {
    it('to the nearest edge by default', async () => {
      await open().register();
      expect(hosts.at(-1)).to.equal('voice-js.roaming.twilio.com');
    });

    it('to the edge that the page names', async () => {
      await open({ edge: 'dublin' }).register();
      expect(hosts.at(-1)).to.equal('voice-js.dublin.twilio.com');
    });

    it('to the first of several edges that answers', async () => {
      await open({ edge: 'sydney, dublin' }).register();
      expect(hosts.at(-1)).to.equal('voice-js.sydney.twilio.com');
    });

    it('to the edge that the token answer names, above all', async () => {
      const line = open({ edge: 'dublin' });
      await line.port.register(await line.createAnswer({ edge: 'ashburn' }));
      expect(hosts.at(-1)).to.equal('voice-js.ashburn.twilio.com');
    });

    it('to another edge between two calls, on a new device', async () => {
      const line = open();
      await line.register();
      const { call } = await line.answer();
      const opened = hosts.length;
      line.port.updateToken(await line.createAnswer({ edge: 'tokyo', ttlInSeconds: 120 }));
      await eventually(async () => (await sentFrames('listen')).length > 1);
      expect(hosts.length, 'in the call').to.equal(opened);
      call.disconnect();
      const from = line.device.events.length;
      line.port.updateToken(await line.createAnswer({ edge: 'tokyo', ttlInSeconds: 130 }));
      await line.device.until('registered', from);
      expect(hosts.at(-1)).to.equal('voice-js.tokyo.twilio.com');
      expect(line.device.types.slice(from)).to.deep.equal(['unregistered', 'registering', 'registered']);
    });

    for (const edge of ['evil.example/#', 'a b', '-x', 'dublin,', '../..']) {
      it(`never to "${edge}", which is no edge: the token would go there`, async () => {
        const opened = hosts.length;
        const failure = await open({ edge })
          .register()
          .catch((error: unknown) => error);
        expect(failure).to.include({ code: 'invalid-argument' });
        expect(hosts.length).to.equal(opened);
      });
    }
  });

  it('fetches no sound, and rings without waiting for one', async () => {
    performance.clearResourceTimings();
    const line = open();
    await line.register();
    const { call } = await line.answer();
    call.sendDigits('12');
    call.disconnect();
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.filter((name) => /sounds|\.mp3|sdk\.twilio/.test(name))).to.deep.equal([]);
  });

  it('trap 18: tells Twilio’s event gateway nothing, unless it is allowed to', async () => {
    const silent = open();
    await silent.register();
    (await silent.answer()).call.disconnect();
    const before = (await gatewayPosts()).length;
    expect(before).to.equal(0);
    const talkative = open({ publishEvents: true });
    await talkative.register();
    (await talkative.answer()).call.disconnect();
    await eventually(async () => (await gatewayPosts()).length > 0);
  });

  describe('when the page goes', () => {
    function hidePage(persisted: boolean): void {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));
    }

    for (const persisted of [false, true]) {
      const how = persisted ? 'into the back/forward cache' : 'for good';
      it(`${how}, does not reject for everybody what rings here`, async () => {
        const line = open();
        await line.register();
        const { events, legSid } = await line.ring();
        const rejects = (await sentFrames('reject')).length;
        hidePage(persisted);
        expect(events.types).to.deep.equal(['ignore']);
        await eventually(async () => !(await identities()).includes(line.identity));
        expect((await sentFrames('reject')).length).to.equal(rejects);
        expect(legSid).not.to.equal(undefined);
      });
    }

    it('hangs up the call that is open, and is unregistered, not destroyed: the page may come back', async () => {
      const line = open();
      const answer = await line.register();
      const { events } = await line.answer();
      hidePage(false);
      expect(events.types.at(-1)).to.equal('disconnect');
      expect(line.device.types.at(-1)).to.equal('unregistered');
      await line.port.register(answer);
      expect(line.device.types.at(-1)).to.equal('registered');
    });

    it('and comes back out of the back/forward cache, registers again by itself', async () => {
      const line = open();
      await line.register();
      hidePage(true);
      expect(line.device.types.at(-1)).to.equal('unregistered');
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await line.device.until('registered', 2);
    });

    it('leaves no listener behind once it is destroyed', async () => {
      const line = open();
      await line.register();
      const { events } = await line.ring();
      line.port.destroy();
      hidePage(false);
      expect(events.types).to.deep.equal(['ignore']);
    });
  });
});

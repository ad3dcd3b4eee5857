import { expect } from '@open-wc/testing';
import { redactLog } from '../../src/twilio/sdk-log.js';
import type { VoiceSdkLogger } from '../../src/twilio/voice-sdk.js';
import { ECHO, eventually } from './support/local-twilio.js';
import { usePhoneLines } from './support/use-phone-lines.js';

type Write = (...values: unknown[]) => void;

/** A logger as the SDK has one, whose factory only remembers what was written. */
class FakeLogger {
  readonly written: unknown[][] = [];
  rebuilds = 0;
  debug: Write = () => undefined;
  methodFactory: VoiceSdkLogger['methodFactory'] = () => {
    return (...values) => void this.written.push(values);
  };

  rebuild(): void {
    this.rebuilds += 1;
    this.debug = this.methodFactory('debug', 1, 'sdk');
  }
}

describe('what the SDK says on the console', () => {
  describe('through a logger of ours', () => {
    function write(...values: unknown[]): unknown[] {
      const logger = new FakeLogger();
      redactLog({ Logger: logger });
      logger.debug(...values);
      return logger.written.flat();
    }

    it('is text without secrets, whatever it was', () => {
      expect(write('[TwilioVoice][Device]', 'To +12025550177')).to.deep.equal([
        '[TwilioVoice][Device]',
        'To …77',
      ]);
      expect(write({ token: 'opaque', ttl: 60 })).to.deep.equal(['{"token":"…","ttl":60}']);
      expect(write(new TypeError('client:mia'))).to.deep.equal(['TypeError: client:…']);
      expect(write(undefined, 7)).to.deep.equal(['undefined', '7']);
    });

    it('and never an object that holds itself', () => {
      const circular: Record<string, unknown> = {};
      circular['self'] = circular;
      expect(write(circular)).to.deep.equal(['[object]']);
    });

    it('is led through our hands once, however many phones there are', () => {
      const logger = new FakeLogger();
      redactLog({ Logger: logger });
      redactLog({ Logger: logger });
      expect(logger.rebuilds).to.equal(1);
    });
  });

  describe('through the real one', () => {
    const open = usePhoneLines();
    const { console: realConsole } = globalThis;
    const methods = ['log', 'debug', 'trace', 'info', 'warn', 'error'] as const;
    let printed: string[] = [];

    /** The console's methods are taken up by the logger whenever a device is built. */
    function capture(): void {
      printed = [];
      const listen: Write = (...values) => {
        for (const value of values) printed.push(typeof value === 'string' ? value : JSON.stringify(value));
      };
      globalThis.console = {
        ...realConsole,
        ...Object.fromEntries(methods.map((method) => [method, listen])),
      };
    }

    afterEach(() => (globalThis.console = realConsole));

    it('holds neither token, number nor name at debug, in a call that comes and one that is placed', async () => {
      capture();
      const line = open({ logLevel: 'debug' });
      const { token } = await line.register();
      const { call, events } = await line.ring({ name: 'Ada Winter' });
      const { from } = call;
      call.accept();
      await events.until('accept');
      call.disconnect();
      await events.until('disconnect');
      const answer = await line.createAnswer({ ttlInSeconds: 500 });
      line.port.updateToken(answer);
      const placed = await line.place(answer, ECHO);
      await placed.events.until('accept');
      placed.call.disconnect();
      await placed.events.until('disconnect');
      await eventually(() => printed.some((text) => text.includes('"type":"hangup"')));
      globalThis.console = realConsole;

      const all = printed.join('\n');
      expect(all, 'the messages of the signalling').to.contain('"type":"listen"');
      expect(all).to.contain('"type":"invite"');
      expect(all).to.contain('…23');
      expect(from).to.equal('+12025550123');
      for (const secret of [
        token,
        answer.token,
        '2025550123',
        '2025550101',
        line.identity,
        'Ada',
        'Winter',
      ]) {
        expect(all).not.to.contain(secret);
      }
      expect(all).not.to.contain(token.split('.')[1]);
    });

    for (const level of ['trace', 'info'] as const) {
      it(`never holds the token at ${level}`, async () => {
        capture();
        const { token } = await open({ logLevel: level as 'info' }).register();
        globalThis.console = realConsole;
        expect(printed.length).to.be.greaterThan(0);
        expect(printed.join('\n')).not.to.contain(token);
      });
    }
  });
});

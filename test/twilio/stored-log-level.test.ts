import { expect } from '@open-wc/testing';
import { createClock } from '../../src/browser/clock.js';
import { loadVoiceSdk } from '../../src/twilio/load-voice-sdk.js';
import { PhoneLine } from './support/phone-line.js';
import { startLocalTwilio } from './support/local-twilio.js';

const KEY = 'loglevel:@twilio/voice-sdk';
const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** In a file of its own: the SDK reads what is stored once, when it is loaded. */
describe('a log level that somebody has stored on the page', () => {
  const written: string[] = [];
  const originals = methods.map((method) => [method, console[method]] as const);

  before(async () => {
    await startLocalTwilio();
    localStorage.setItem(KEY, 'TRACE');
    for (const method of methods) {
      console[method] = (...values: unknown[]) => void written.push(values.map(String).join(' '));
    }
  });

  after(() => {
    localStorage.removeItem(KEY);
    for (const [method, original] of originals) console[method] = original;
  });

  it('does not make the SDK print the token', async () => {
    const line = new PhoneLine({ clock: createClock(), logLevel: 'error', loadVoiceSdk });
    const { token } = await line.register();
    await line.device.until('registered');
    line.port.destroy();
    expect(written.join('\n'), 'it is heeded as far as is harmless').to.include('Setting token');
    expect(written.filter((text) => text.includes(token))).to.deep.equal([]);
  });
});

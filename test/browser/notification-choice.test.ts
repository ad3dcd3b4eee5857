import { expect } from '@open-wc/testing';
import { listenForChoices } from '../../src/browser/notification-choice.js';
import type { NotificationChoice } from '../../src/browser/notification-choice.js';
import type { Unsubscribe } from '../../src/core/ports.js';

describe('what was chosen in a notification', () => {
  const taken: NotificationChoice[] = [];
  let isOurs = true;
  let stop: Unsubscribe = () => undefined;

  beforeEach(() => {
    taken.splice(0);
    isOurs = true;
    stop = listenForChoices((choice) => {
      taken.push(choice);
      return isOurs;
    });
  });

  afterEach(() => stop());

  /** What the worker hears back, or null: whatever it is comes before the mark that this test sends itself. */
  async function offer(data: unknown, origin = location.origin): Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = (event) => resolve(event.data)));
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data, origin, ports: [port2] }));
    port2.postMessage(null);
    return answer;
  }

  for (const choice of ['answer', 'decline', 'open']) {
    it(`is heard: ${choice}`, async () => {
      expect(await offer({ type: 'twilio-phone/call-choice', callId: 'one', choice })).to.deep.equal({
        type: 'twilio-phone/call-choice-taken',
      });
      expect(taken).to.deep.equal([{ callId: 'one', choice }]);
    });
  }

  it('is not answered by a page in which that call does not ring', async () => {
    isOurs = false;
    expect(await offer({ type: 'twilio-phone/call-choice', callId: 'one', choice: 'answer' })).to.equal(null);
  });

  const foreign: readonly [string, unknown][] = [
    ['nothing', null],
    ['a word', 'answer'],
    ['somebody else’s message', { type: 'call-choice', callId: 'one', choice: 'answer' }],
    ['a choice without a call', { type: 'twilio-phone/call-choice', choice: 'answer' }],
    ['a call id that is none', { type: 'twilio-phone/call-choice', callId: {}, choice: 'answer' }],
    ['a choice that nobody has', { type: 'twilio-phone/call-choice', callId: 'one', choice: 'transfer' }],
  ];
  for (const [what, data] of foreign) {
    it(`is not to be taken from ${what}`, async () => {
      expect(await offer(data)).to.equal(null);
      expect(taken).to.deep.equal([]);
    });
  }

  it('is not to be taken from another origin', async () => {
    const data = { type: 'twilio-phone/call-choice', callId: 'one', choice: 'answer' };
    expect(await offer(data, 'https://elsewhere.example')).to.equal(null);
    expect(taken).to.deep.equal([]);
  });

  it('is not listened for any more after the answer was called', async () => {
    stop();
    await offer({ type: 'twilio-phone/call-choice', callId: 'one', choice: 'answer' });
    expect(taken).to.deep.equal([]);
  });
});

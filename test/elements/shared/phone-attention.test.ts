import { expect, fixture, html } from '@open-wc/testing';
import { TwilioPhone } from '../../../src/elements/twilio-phone.js';
import '../../../src/define/twilio-phone.js';
import { rendered, until, warningsDuring } from '../../support/elements.js';
import { TestComposer } from '../../support/test-composer.js';
import { callState } from '../../support/states.js';
import type { TestAttention } from '../../support/test-attention.js';

describe('the attention that a phone’s element lends to a ring', () => {
  const original = TwilioPhone.composer;
  let composer: TestComposer;
  let phones = 0;

  beforeEach(() => {
    TwilioPhone.composer = composer = new TestComposer();
  });

  afterEach(() => {
    TwilioPhone.composer = original;
  });

  /** Each has tokens of its own: a phone that another test left would be taken over otherwise. */
  async function makePhone(lang = 'en') {
    phones += 1;
    const element = await fixture<TwilioPhone>(
      html`<twilio-phone token-url=${`/token-${phones}`} lang=${lang}></twilio-phone>`,
    );
    await until(() => composer.attention !== null);
    await rendered();
    return { element, attention: attentionOf() };
  }

  function attentionOf(): TestAttention {
    if (!composer.attention) throw new Error('Nobody attends to the phone.');
    return composer.attention;
  }

  it('is loaded once calls can come, not sooner, and once', async () => {
    const element = await fixture<TwilioPhone>(html`<twilio-phone></twilio-phone>`);
    await until(() => element.controller !== null);
    await composer.phone.controller.unregister();
    const loadsBefore = composer.attentionLoads;
    expect(loadsBefore).to.be.at.most(1);
    await composer.phone.controller.register();
    await until(() => composer.attention !== null);
    await composer.phone.controller.unregister();
    await composer.phone.controller.register();
    expect(composer.attentionLoads).to.equal(1);
  });

  it('is told what the attributes say, when they change, and not otherwise', async () => {
    const { element, attention } = await makePhone();
    expect(attention.settings).to.deep.equal([{ notifications: false, notificationWorker: null }]);
    element.notifications = true;
    element.setAttribute('notification-worker', '/worker.js');
    await element.updateComplete;
    element.requestUpdate();
    await element.updateComplete;
    expect(attention.settings.slice(1)).to.deep.equal([
      { notifications: true, notificationWorker: `${location.origin}/worker.js` },
    ]);
  });

  for (const address of ['https://elsewhere.example/worker.js', 'javascript:alert(1)', 'http://[']) {
    it(`leaves out the worker ${address}, and says so once`, async () => {
      const { element, attention } = await makePhone();
      const warnings = await warningsDuring(async () => {
        element.setAttribute('notification-worker', address);
        await element.updateComplete;
        element.requestUpdate();
        await element.updateComplete;
      });
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.contain(`notification-worker="${address}" is left out`);
      expect(attention.settings.at(-1)?.notificationWorker).to.equal(null);
    });
  }

  it('answers and declines by requests of the phone, which a page can prevent', async () => {
    const { element, attention } = await makePhone();
    const call = composer.phone.ring();
    const { id } = composer.phone.call;
    const requests: string[] = [];
    const prevent = (event: Event) => {
      requests.push(`${event.type} of ${(event.target as Element).localName}`);
      event.preventDefault();
    };
    element.addEventListener('call-answer-request', prevent);
    element.addEventListener('call-reject-request', prevent, { once: true });
    attention.options.onAnswer(id);
    attention.options.onDecline(id);
    await until(() => requests.length === 2);
    await rendered();
    expect(requests).to.deep.equal([
      'call-answer-request of twilio-phone',
      'call-reject-request of twilio-phone',
    ]);
    expect(call.commands).to.deep.equal([]);
    attention.options.onDecline(id);
    await until(() => call.commands.length > 0);
    expect(call.commands).to.deep.equal(['reject']);
  });

  it('speaks the language of the phone', async () => {
    const { element, attention } = await makePhone('de');
    await until(() => attention.options.words.answer() === 'Annehmen');
    expect(attention.options.words.incomingCallFrom('Ada')).to.equal('Eingehender Anruf: Ada');
    element.lang = 'en';
    await element.updateComplete;
    expect(attention.options.words.incomingCallFrom('Ada')).to.equal('Incoming call: Ada');
  });

  it('names callers as the toast does, without what could pass for markup or direction', async () => {
    const { words } = (await makePhone()).attention.options;
    expect(words.caller(callState({ name: 'Ada\u202e\n Winter' }))).to.equal('Ada Winter');
    expect(words.caller(callState({ from: 'client:bert' }))).to.equal('bert');
    expect(words.caller(callState({ from: '+266696687' }))).to.equal('Unknown caller');
  });

  it('asks for the permission when the page wants it', async () => {
    const { element, attention } = await makePhone();
    expect(attention.asked).to.equal(0);
    await element.requestNotificationPermission();
    expect(attention.asked).to.equal(1);
  });

  it('offers the permission to the settings only where the page wants notifications', async () => {
    const { element, attention } = await makePhone();
    expect(element.notificationPermission).to.equal(null);
    element.notifications = true;
    expect(element.notificationPermission).to.equal(attention.notificationPermission);
  });

  it('ends with the phone', async () => {
    const { element, attention } = await makePhone();
    element.remove();
    composer.clock.tick(500);
    await rendered();
    expect(attention.isDestroyed).to.equal(false);
    composer.clock.tick(1_000);
    await rendered();
    expect(attention.isDestroyed).to.equal(true);
  });
});

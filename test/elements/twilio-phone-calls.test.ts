import { expect } from '@open-wc/testing';
import '../../src/define/phone-dialer.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { until, warningsDuring } from '../support/elements.js';
import { watch } from '../support/test-phone.js';
import { clearPage, composer, element, openPage, obeyed, settled, show } from '../support/phone-page.js';

beforeEach(openPage);
afterEach(clearPage);

function field(): HTMLInputElement {
  return byRole('textbox', 'Phone number') as HTMLInputElement;
}

/** What was given to the voice webhook of the call that was placed last. */
async function placedParameters(): Promise<Record<string, string>> {
  await settled();
  const command = composer.phone.device.commands.findLast((one) => one.startsWith('makeCall')) ?? '';
  return JSON.parse(command.slice(command.indexOf('{'), -1)) as Record<string, string>;
}

describe("<twilio-phone>'s dialer", () => {
  it('is loaded once calls can be placed, and no earlier', async () => {
    composer.failure = new Error('offline');
    await show();
    expect(composer.loadedParts).to.not.include('phone-dialer');
    composer.failure = null;
    composer.clock.tick(3_000);
    await settled();
    expect(composer.loadedParts).to.include('phone-dialer');
  });

  it('stands in the dock, and calls for the phone', async () => {
    await show({ 'default-country': 'GB' });
    await obeyed();
    await expect(element).to.be.accessible();
    field().focus();
    field().value = '020 7946 0000';
    field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const asked: string[] = [];
    document.body.addEventListener('call-make-request', ({ phoneNumber }) => asked.push(phoneNumber), {
      once: true,
    });
    byRole('button', 'Call').click();
    await until(() => composer.phone.device.placedCalls.length > 0);
    expect(asked).to.deep.equal(['+442079460000']);
    expect(composer.phone.device.placedCalls[0]?.to).to.equal('+442079460000');
  });

  it('gives way to the call, and comes back after it, without losing what was typed', async () => {
    await show();
    field().value = '415';
    field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const call = await composer.phone.talk();
    await settled();
    expect(allByRole('textbox')).to.have.length(0);
    expect(allByRole('toolbar', 'Call controls')).to.have.length(1);
    call.emit({ type: 'disconnect' });
    await settled();
    expect(field().value).to.contain('415');
    expect(allByRole('toolbar')).to.have.length(0);
  });

  it('leaves the focus in the phone when it gives way, and when the controls do', async () => {
    await show();
    field().focus();
    const call = await composer.phone.talk();
    await settled();
    expect(focused()).to.equal(byRole('region', 'Phone'));
    byRole('button', 'Mute').focus();
    call.emit({ type: 'disconnect' });
    await settled();
    expect(focused()).to.equal(byRole('region', 'Phone'));
  });

  it('takes no focus from the page when a call comes or goes', async () => {
    await show();
    const elsewhere = document.createElement('input');
    element.after(elsewhere);
    elsewhere.focus();
    const call = await composer.phone.talk();
    await settled();
    call.emit({ type: 'disconnect' });
    await settled();
    expect(focused()).to.equal(elsewhere);
  });
});

describe('<twilio-phone> obeys', () => {
  it('ring-timeout, in seconds, and what happens then', async () => {
    await show({ 'ring-timeout': '5', 'ring-timeout-action': 'reject' });
    await obeyed();
    const call = composer.phone.ring();
    await composer.phone.pass(4_999);
    expect(call.commands).to.deep.equal([]);
    await composer.phone.pass(1);
    expect(call.commands).to.deep.equal(['reject']);
  });

  it('no ring-timeout: thirty seconds, and the call rings on elsewhere', async () => {
    await show();
    const call = composer.phone.ring();
    await composer.phone.pass(29_999);
    expect(call.commands).to.deep.equal([]);
    await composer.phone.pass(1);
    expect(call.commands).to.deep.equal(['ignore']);
  });

  it('ring-timeout="0": it rings until the caller gives up', async () => {
    await show({ 'ring-timeout': '0' });
    await obeyed();
    const call = composer.phone.ring();
    await composer.phone.pass(3_600_000);
    expect(call.commands).to.deep.equal([]);
  });

  it('a property that is a number, and a change while the phone is there', async () => {
    await show({ 'ring-timeout': '50' });
    await obeyed();
    element.ringTimeout = 2;
    await obeyed();
    const call = composer.phone.ring();
    await composer.phone.pass(2_000);
    expect(call.commands).to.deep.equal(['ignore']);
  });

  for (const action of ['reject', 'ignore'] as const) {
    it(`busy-action="${action}" for a second caller, who is shown as missed`, async () => {
      await show({ 'busy-action': action });
      await obeyed();
      await composer.phone.talk({ parameters: { name: 'Ada' } });
      const second = composer.phone.ring({ parameters: { name: 'Grace <b>' } });
      expect(second.commands).to.deep.equal([action]);
      await until(() => byRole('status').textContent?.includes('Missed call from Grace <b>') ?? false);
      await expect(element).to.be.accessible();
    });
  }

  it('auto-answer, and says so in the toast for three seconds', async () => {
    await show({ 'auto-answer': '' });
    await obeyed();
    composer.phone.clock.jump(Date.now() - composer.phone.clock.now());
    const call = composer.phone.ring();
    await settled();
    const toast = byRole('alertdialog');
    expect(toast.textContent).to.match(/Answering by itself in [23] s/);
    expect(byRole('button', 'Decline')).to.be.instanceOf(HTMLElement);
    expect(composer.phone.ringer.announcements).to.equal(1);
    await composer.phone.pass(3_000);
    expect(call.commands).to.deep.equal(['accept']);
  });

  it('phone-number and record, as parameters of the calls placed here, by whatever way', async () => {
    await show({ 'phone-number': '+14155550199', record: '' });
    await obeyed();
    void element.makeCall('+442079460000', { ticket: '7' }).catch(() => undefined);
    expect(await placedParameters()).to.deep.equal({
      callerId: '+14155550199',
      record: 'true',
      ticket: '7',
      To: '+442079460000',
    });
    await until(() => byRole('toolbar').textContent?.includes('Recording requested') ?? false);
  });

  it('all of them before the first call, however early that is placed', async () => {
    await show({ 'phone-number': '+14155550199' });
    await obeyed();
    element.remove();
    await settled();
    composer.clock.tick(60_000);
    document.body.append(element);
    const asked = watch(element.makeCall('+442079460000'));
    await until(() => composer.phones.length === 2 && composer.phone.device.placedCalls.length === 1);
    expect(asked.outcome).to.equal('pending');
    expect(await placedParameters()).to.include({ callerId: '+14155550199' });
  });

  const bad: readonly [string, string][] = [
    ['ring-timeout', 'soon'],
    ['ring-timeout', '-1'],
    ['ring-timeout-action', 'hang up'],
    ['busy-action', 'wait'],
    ['phone-number', '0800'],
  ];
  for (const [name, value] of bad) {
    it(`the default instead of ${name}="${value}", and says so once on the console`, async () => {
      const warnings = await warningsDuring(async () => {
        await show({ [name]: value });
        await obeyed();
        element.requestUpdate();
        await settled();
      });
      expect(warnings.filter((warning) => warning.includes(`${name}="${value}"`))).to.have.length(1);
      const call = composer.phone.ring();
      await composer.phone.pass(30_000);
      expect(call.commands).to.deep.equal(['ignore']);
    });
  }
});

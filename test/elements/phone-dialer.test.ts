import { aTimeout, expect } from '@open-wc/testing';
import '../../src/define/phone-dialer.js';
import '../../src/define/phone-trouble.js';
import { FIRST_MOMENTS_IN_MILLISECONDS } from '../../src/elements/shared/first-moments.js';
import type { CallMakeRequestEvent } from '../../src/events/request-events.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { DialerStage } from '../support/dialer.js';
import { clickWithMouse, until } from '../support/elements.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

let stage: DialerStage;

describe('<phone-dialer>', () => {
  it('is a textbox "Phone number" and a button "Call"', async () => {
    stage = await DialerStage.open();
    expect(stage.input.value).to.equal('');
    expect(stage.callButton.getAttribute('aria-disabled')).to.equal(null);
    expect([stage.message, stage.note]).to.deep.equal(['', '']);
    await expect(stage.element).to.be.accessible();
  });

  it('calls what is typed, in E.164, by Enter', async () => {
    stage = await DialerStage.open();
    await stage.type('4155550123');
    expect(stage.input.value).to.equal('(415) 555-0123');
    await stage.press('Enter');
    await until(() => stage.dialled.length > 0);
    expect(stage.dialled).to.deep.equal(['+14155550123']);
  });

  it('calls what is typed by its button', async () => {
    stage = await DialerStage.open();
    await stage.type('+49 30 123456');
    await clickWithMouse(stage.callButton);
    await until(() => stage.dialled.length > 0);
    expect(stage.dialled).to.deep.equal(['+4930123456']);
  });

  it('can be used by keyboard alone, in the order in which it is read', async () => {
    stage = await DialerStage.open();
    const before = document.createElement('button');
    stage.element.before(before);
    before.focus();
    const names: string[] = [];
    while (names.length < 3) {
      await stage.press('Tab');
      names.push(focused()?.getAttribute('aria-label') ?? '');
    }
    expect(names).to.deep.equal(['Phone number', 'Keypad', 'Call']);
  });

  it('calls a client by name', async () => {
    stage = await DialerStage.open();
    await stage.type('alice');
    await stage.press('Enter');
    await until(() => stage.dialled.length > 0);
    expect(stage.dialled).to.deep.equal(['client:alice']);
  });

  it('asks by call-make-request first, and dials nothing when the page prevents it', async () => {
    stage = await DialerStage.open();
    const asked: string[] = [];
    stage.element.addEventListener('call-make-request', (event: CallMakeRequestEvent) => {
      asked.push(event.phoneNumber);
      event.preventDefault();
    });
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => asked.length > 0);
    await stage.settled();
    expect(asked).to.deep.equal(['+14155550123']);
    expect(stage.dialled).to.deep.equal([]);
    expect(stage.input.value).to.equal('(415) 555-0123');
  });

  it('never takes what was typed for markup', async () => {
    stage = await DialerStage.open();
    await stage.type('<img src=x>');
    await stage.press('Enter');
    await until(() => stage.message !== '');
    expect(stage.element.renderRoot.querySelector('img')).to.equal(null);
  });
});

describe('<phone-dialer> says of a bad number, before anything is dialled,', () => {
  const rows: readonly [string, string][] = [
    ['911', 'This number is too short. Check it.'],
    ['4155550123456', 'This number is too long. Check it.'],
    ['hello world', 'This is not a phone number. Check it.'],
    ['+999 123456', 'There is no such country code. Check what follows the +.'],
  ];
  for (const [text, message] of rows) {
    it(`${text}: ${message}`, async () => {
      stage = await DialerStage.open();
      await stage.type(text);
      await stage.press('Enter');
      await until(() => stage.message !== '');
      expect(stage.message).to.equal(message);
      expect(stage.input.getAttribute('aria-invalid')).to.equal('true');
      const described = (stage.input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => stage.element.renderRoot.querySelector(`#${id}`)?.textContent?.trim());
      expect(described.join(' ')).to.contain(message);
      expect(focused()).to.equal(stage.input);
      expect(stage.dialled).to.deep.equal([]);
      await expect(stage.element).to.be.accessible();
      await stage.press('1');
      expect(stage.message).to.equal('');
      expect(stage.input.getAttribute('aria-invalid')).to.equal(null);
    });
  }

  it('that one is missing, when nobody was called yet', async () => {
    stage = await DialerStage.open();
    await clickWithMouse(stage.callButton);
    await until(() => stage.message !== '');
    expect(stage.message).to.equal('Type a number first.');
    expect(focused()).to.equal(stage.input);
  });
});

describe('<phone-dialer> calls again', () => {
  it('the last number, which an empty field brings back first', async () => {
    stage = await DialerStage.open();
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => stage.dialled.length > 0);
    stage.placed.emit({ type: 'ringing', parameters: {} });
    stage.placed.emit({ type: 'accept', parameters: {} });
    await stage.settled();
    expect(stage.input.value).to.equal('');
    stage.placed.emit({ type: 'disconnect' });
    await stage.settled();
    await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS);
    await clickWithMouse(stage.callButton);
    expect(stage.input.value).to.equal('(415) 555-0123');
    expect(stage.dialled).to.have.length(1);
    await stage.press('Enter');
    await until(() => stage.dialled.length === 2);
    expect(stage.dialled[1]).to.equal('+14155550123');
  });

  it('also a number that was called by a method of the phone', async () => {
    stage = await DialerStage.open();
    void stage.phone.controller.makeCall('+442079460000').catch(() => undefined);
    await stage.settled();
    stage.placed.emit({ type: 'cancel' });
    await stage.settled();
    await stage.focus();
    await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS);
    await stage.press('Enter');
    expect(stage.input.value).to.equal('+44 20 7946 0000');
  });

  it('nobody whom another phone called', async () => {
    stage = await DialerStage.open();
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => stage.dialled.length > 0);
    stage.element.remove();
    stage = await DialerStage.open();
    await stage.focus();
    await stage.press('Enter');
    expect(stage.input.value).to.equal('');
  });
});

describe('<phone-dialer> while it calls', () => {
  async function call(): Promise<void> {
    stage = await DialerStage.open();
    stage.phone.device.hesitates = true;
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => stage.dialled.length > 0);
    await stage.settled();
  }

  it('says so, and has "End call" in the place of "Call", with the focus where it was', async () => {
    await call();
    expect(stage.message).to.equal('Calling…');
    expect(allByRole('button', 'Call')).to.have.length(0);
    expect(focused()).to.equal(stage.input);
    await expect(stage.element).to.be.accessible();
    const asked: string[] = [];
    stage.element.addEventListener('call-end-request', () => asked.push('end'));
    await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS);
    await clickWithMouse(byRole('button', 'End call'));
    expect(asked).to.deep.equal(['end']);
    expect(stage.placed.commands).to.deep.equal(['disconnect']);
  });

  it('takes a second click of a double click for the accident that it is', async () => {
    await call();
    await clickWithMouse(byRole('button', 'End call'));
    expect(stage.placed.commands).to.deep.equal([]);
  });

  it('waits for the microphone’s permission, and says why when it is refused', async () => {
    stage = await DialerStage.open();
    stage.phone.microphone.prompts = true;
    stage.phone.microphone.failure = new PhoneError('microphone-denied', 'No.');
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => stage.note === 'Calling…');
    expect(stage.callButton.getAttribute('aria-disabled')).to.equal('true');
    stage.phone.microphone.answerPrompt();
    await until(() => stage.message !== '');
    expect(stage.message).to.equal(
      'The browser keeps this page from the microphone. ' +
        'Click the icon left of the address, allow the microphone there, and come back.',
    );
    expect(stage.input.value).to.equal('(415) 555-0123');
    expect(stage.callButton.getAttribute('aria-disabled')).to.equal(null);
    await expect(stage.element).to.be.accessible();
  });

  it('leaves it to <phone-trouble>, where there is one, to say what went wrong: not twice', async () => {
    const trouble = document.createElement('phone-trouble');
    stage = await DialerStage.open();
    trouble.controller = stage.phone.controller;
    stage.element.before(trouble);
    stage.phone.microphone.failure = new PhoneError('microphone-missing', 'No.');
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => Boolean(trouble.shadowRoot?.textContent.includes('No microphone was found.')));
    expect(stage.message).to.equal('');
    await stage.type('1');
    await until(() => !trouble.shadowRoot?.textContent.includes('No microphone'));
  });

  it('says nothing when the person hangs up before anybody answers', async () => {
    await call();
    stage.placed.hesitates = false;
    await stage.phone.controller.endCall();
    await stage.settled();
    expect(stage.message).to.equal('');
    expect(stage.input.value).to.equal('(415) 555-0123');
  });

  const outcomes: readonly [PhoneErrorCode, string][] = [
    ['callee-busy', 'The line is busy. Try again later.'],
    ['callee-unavailable', 'Nobody answers. Try again later.'],
    ['callee-not-found', 'There is nobody at that number. Check the number.'],
    ['call-declined', 'The call was declined.'],
  ];
  for (const [code, message] of outcomes) {
    for (const order of ['error first', 'end first']) {
      it(`tells ${code} apart, ${order}, and keeps the number`, async () => {
        await call();
        const error = { type: 'error', error: new PhoneError(code, '') } as const;
        stage.placed.emit({ type: 'ringing', parameters: {} });
        if (order === 'error first') stage.placed.emit(error);
        stage.placed.emit({ type: 'disconnect' });
        if (order === 'end first') stage.placed.emit(error);
        await stage.settled();
        expect(stage.message).to.equal(message);
        expect(stage.input.value).to.equal('(415) 555-0123');
        expect(stage.input.getAttribute('aria-invalid')).to.equal(null);
        await expect(stage.element).to.be.accessible();
        await stage.type('1');
        expect(stage.message).to.equal('');
      });
    }
  }
});

describe('<phone-dialer> that cannot call', () => {
  const scenes: readonly [string, (phone: TestPhone) => unknown, string][] = [
    ['in a call', (phone) => phone.talk(), 'You are in a call'],
    ['while somebody calls', (phone) => phone.ring(), 'Answer or decline the call first'],
    ['when the phone is over', (phone) => phone.controller.destroy(), 'Switched off'],
  ];
  for (const [scene, arrange, reason] of scenes) {
    it(`${scene} says why, and keeps what is typed for later`, async () => {
      const phone = await registeredPhone();
      await arrange(phone);
      stage = await DialerStage.open({}, phone);
      expect(stage.note).to.equal(reason);
      expect(stage.callButton.getAttribute('aria-disabled')).to.equal('true');
      await stage.type('4155550123');
      await stage.press('Enter');
      await clickWithMouse(stage.callButton);
      expect(stage.dialled).to.deep.equal([]);
      expect(stage.input.value).to.equal('(415) 555-0123');
      await expect(stage.element).to.be.accessible();
    });
  }

  it('without a phone waits for one', async () => {
    stage = await DialerStage.open();
    stage.element.controller = null;
    await stage.settled();
    expect(stage.note).to.equal('The phone is not ready yet');
    await stage.press('Enter');
    await expect(stage.element).to.be.accessible();
  });
});

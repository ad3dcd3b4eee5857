import { aTimeout, expect } from '@open-wc/testing';
import '../../src/define/phone-dialer.js';
import { FIRST_MOMENTS_IN_MILLISECONDS } from '../../src/elements/shared/first-moments.js';
import { DialerStage } from '../support/dialer.js';
import { until } from '../support/elements.js';
import { TestPhone } from '../support/test-phone.js';

describe('<phone-dialer> of somebody who signs out', () => {
  it('forgets whom they called, and what they had begun to type', async () => {
    const stage = await DialerStage.open();
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => stage.dialled.length > 0);
    stage.placed.emit({ type: 'disconnect' });
    await stage.settled();
    expect(stage.input.value).to.equal('(415) 555-0123');
    await stage.phone.controller.signOut();
    await until(() => stage.input.value === '');
    await stage.phone.controller.register();
    await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS);
    await stage.press('Enter');
    await until(() => stage.message === 'Type a number first.');
    expect(stage.input.value).to.equal('');
  });

  it('leaves what is typed before anybody was signed in', async () => {
    const stage = await DialerStage.open({}, new TestPhone());
    await stage.type('4155550123');
    await stage.phone.controller.register();
    await stage.settled();
    expect(stage.input.value).to.equal('(415) 555-0123');
  });
});

describe('row 9: <phone-dialer> of a phone that is stuck while it connects', () => {
  it('says on its button that it waits, and once pressed beside it', async () => {
    const phone = new TestPhone();
    phone.tokens.hesitates = true;
    void phone.controller.register();
    const stage = await DialerStage.open({}, phone);
    const reason = 'The phone is still connecting. It calls as soon as it can.';
    expect([stage.callButton.title, stage.note]).to.deep.equal([reason, '']);
    await stage.type('4155550123');
    await stage.press('Enter');
    await until(() => stage.note === reason);
    expect(stage.callButton.getAttribute('aria-disabled')).to.equal('true');
    await expect(stage.element).to.be.accessible();
    phone.tokens.settle();
    await until(() => stage.dialled.length > 0);
    expect(stage.dialled).to.deep.equal(['+14155550123']);
    await until(() => stage.note === '');
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallRecord } from '../../src/core/call-record.js';
import '../../src/define/call-history.js';
import { SLICE_LENGTH } from '../../src/elements/call-history.js';
import type { CallHistory } from '../../src/elements/call-history.js';
import type { CallMakeRequestEvent } from '../../src/events/request-events.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { callRecord } from '../support/call-records.js';
import { rendered, until } from '../support/elements.js';
import { FakeCallHistory } from '../support/fake-call-history.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

/** Noon of today where the browser is, so that no test is near midnight. */
const noon = new Date().setHours(12, 0, 0, 0);
const day = 24 * 60 * 60 * 1000;
let storage: FakeCallHistory;
let phone: TestPhone;

function keep(...changes: Partial<CallRecord>[]): void {
  const records = changes.map((change, index) =>
    callRecord({ id: `call-${index}`, createdAt: noon - index * 60_000, ...change }),
  );
  storage.saved.set('alice', records);
}

async function show(lang = 'en'): Promise<CallHistory> {
  phone = await registeredPhone({ storage });
  const element = await fixture<CallHistory>(
    html`<call-history lang=${lang} .controller=${phone.controller} default-country="US"></call-history>`,
  );
  await until(() => phone.controller.history.getState().records !== null);
  await rendered();
  return element;
}

function entries(): string[] {
  return allByRole('listitem').map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
}

const missed: Partial<CallRecord> = {
  outcome: 'missed',
  wasMissed: true,
  openedAt: null,
  talkInMilliseconds: 0,
};

beforeEach(() => {
  storage = new FakeCallHistory();
});

describe('<call-history>', () => {
  it('says that there are no calls yet', async () => {
    const element = await show();
    expect(byRole('group', 'History').innerText).to.contain('No calls yet');
    expect(allByRole('button')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('shows whom, how, when and how long, newest first, by day', async () => {
    keep(
      { name: 'Ada Lovelace', talkInMilliseconds: 65_000 },
      { ...missed, from: '+12025550102' },
      {
        direction: 'OUTGOING',
        to: 'client:bob',
        outcome: 'no-answer',
        talkInMilliseconds: 0,
        createdAt: noon - day,
      },
    );
    const element = await show();
    await until(() => entries()[1]?.includes('(202) 555-0102') ?? false);
    expect(entries()[0]).to.match(/^Ada Lovelace \(415\) 555-0100 Incoming call 12:00\sPM 1 min 5 sec$/);
    expect(entries()[1]).to.match(/^\(202\) 555-0102 Missed call 11:59\sAM$/);
    expect(entries()[2]).to.match(/^bob Nobody answered 12:00\sPM$/);
    expect(allByRole('heading').map(({ innerText }) => innerText)).to.deep.equal([
      'History',
      'Today',
      'Yesterday',
    ]);
    await expect(element).to.be.accessible();
  });

  it('shows a call as soon as it is over', async () => {
    await show();
    phone.clock.jump(noon - phone.clock.now());
    phone.ring({ from: '+12025550103' }).emit({ type: 'cancel' });
    phone.clock.tick(0);
    await until(() => entries().length === 1);
    expect(entries()[0]).to.contain('Missed call');
  });

  it('shows only missed calls, and how many there are', async () => {
    keep({ from: '+12025550101' }, { ...missed, from: '+12025550102' });
    const element = await show();
    byRole('button', 'Missed (1)').click();
    await rendered();
    expect(entries()).to.have.length(1);
    expect(byRole('button', 'Missed (1)').ariaPressed).to.equal('true');
    expect(element.missedOnly).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('says when none was missed', async () => {
    keep({});
    await show();
    byRole('button', 'Missed').click();
    await rendered();
    expect(byRole('group', 'History').innerText).to.contain('No missed calls');
  });

  it('calls back, unless the page prevents it', async () => {
    keep({ from: '+12025550101', name: 'Ada' });
    const element = await show();
    const asked: string[] = [];
    let isPrevented = true;
    element.addEventListener('call-make-request', (event: CallMakeRequestEvent) => {
      asked.push(event.phoneNumber);
      if (isPrevented) event.preventDefault();
    });
    byRole('button', 'Call Ada').click();
    await rendered();
    expect(phone.device.placedCalls).to.have.length(0);
    isPrevented = false;
    byRole('button', 'Call Ada').click();
    await until(() => phone.device.placedCalls.length === 1);
    expect(asked).to.deep.equal(['+12025550101', '+12025550101']);
    expect(phone.device.placedCalls[0]?.to).to.equal('+12025550101');
    await rendered();
    expect(byRole('button', 'Call Ada').ariaDisabled).to.equal('true');
    byRole('button', 'Call Ada').click();
    expect(phone.device.placedCalls).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('cannot call back who withheld the number', async () => {
    keep({ from: 'anonymous' });
    await show();
    expect(entries()[0]).to.contain('Unknown caller');
    expect(allByRole('button', /^Call/)).to.have.length(0);
  });

  it('shows a long list in slices, and leads the keyboard on', async () => {
    keep(...Array.from({ length: SLICE_LENGTH + 20 }, () => ({})));
    await show();
    expect(entries()).to.have.length(SLICE_LENGTH);
    byRole('button', 'Show more').click();
    await rendered();
    expect(entries()).to.have.length(SLICE_LENGTH + 20);
    expect((focused() as HTMLElement).dataset.index).to.equal(String(SLICE_LENGTH));
    expect(allByRole('button', 'Show more')).to.have.length(0);
  });

  it('forgets all calls once the person has confirmed it, and says so', async () => {
    keep({}, {});
    const element = await show();
    byRole('button', 'Clear history').click();
    await rendered();
    expect(focused()).to.equal(byRole('button', 'Keep them'));
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await rendered();
    expect(focused()).to.equal(byRole('button', 'Clear history'));
    expect(storage.of('alice')).to.have.length(2);
    byRole('button', 'Clear history').click();
    await rendered();
    byRole('button', 'Forget them').click();
    await until(() => entries().length === 0);
    await until(() => byRole('status').innerText === 'The history is empty now.');
    expect(storage.of('alice')).to.have.length(0);
    expect(focused()).to.equal(byRole('heading', 'History'));
  });

  it('says when it could not forget', async () => {
    keep({});
    await show();
    storage.failure = new Error('The disk is broken.');
    byRole('button', 'Clear history').click();
    await rendered();
    byRole('button', 'Forget them').click();
    await until(() => byRole('status').innerText === 'The history could not be cleared. Try again.');
    expect(entries()).to.have.length(1);
  });

  it('says that none is kept where the page wishes none', async () => {
    keep({});
    const element = await show();
    phone.controller.configure({ keepsHistory: false });
    await rendered();
    expect(byRole('group', 'History').innerText).to.contain('This phone keeps no history.');
    expect(entries()).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('takes the missed calls for seen while it can be seen', async () => {
    const element = await show();
    element.hidden = true;
    await new Promise<void>((resolve) => {
      const observer = new IntersectionObserver(([entry]) => {
        if (entry?.isIntersecting) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(element);
    });
    // By now the element's own observer has been told as well.
    await rendered();
    phone.ring().emit({ type: 'cancel' });
    await rendered();
    expect(phone.state.missedCallCount).to.equal(1);
    element.hidden = false;
    await until(() => phone.state.missedCallCount === 0);
  });

  it('takes a name from outside for text, and speaks the language of the page', async () => {
    keep({ ...missed, name: '<img src=x onerror=alert(1)>' });
    const element = await show('de');
    await until(() => entries()[0]?.includes('Verpasster Anruf') ?? false);
    expect(entries()[0]).to.contain('<img src=x onerror=alert(1)>');
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(allByRole('heading').map(({ innerText }) => innerText)).to.deep.equal(['Anrufliste', 'Heute']);
  });

  it('lets go of the history when it leaves the page', async () => {
    const element = await show();
    element.remove();
    await rendered();
    storage.commands.length = 0;
    storage.announce('alice');
    await rendered();
    expect(storage.commands).to.deep.equal([]);
  });
});

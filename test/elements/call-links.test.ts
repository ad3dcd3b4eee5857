import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/phone-dialer.js';
import type { CallMakeRequestEvent } from '../../src/events/request-events.js';
import { byRole } from '../support/accessible.js';
import { clickWithMouse, until } from '../support/elements.js';
import { clearPage, composer, element, openPage, obeyed, settled, show } from '../support/phone-page.js';

const links: Element[] = [];
/** What came to the document and was not taken: the browser would do with it what it always does. */
let untaken = 0;

beforeEach(() => {
  openPage();
  untaken = 0;
  window.addEventListener('click', leaveToBrowser);
});

afterEach(async () => {
  window.removeEventListener('click', leaveToBrowser);
  for (const link of links.splice(0)) link.remove();
  await clearPage();
});

/** The test's browser has nobody to dial with. */
function leaveToBrowser(event: Event): void {
  if (!event.defaultPrevented) untaken += 1;
  event.preventDefault();
}

/** A link of the page. The dock lies at the other end of the window. */
function addLink(href: string, parent: ParentNode = document.body): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.innerHTML = '<span>call us</span>';
  link.style.cssText = 'position: fixed; left: 20px; top: 20px;';
  parent.append(link);
  links.push(link);
  return link;
}

function dialled(): string[] {
  return composer.phones.flatMap(({ device }) => device.placedCalls.map(({ to }) => to));
}

describe("the page's tel: links", () => {
  const hrefs: readonly [string, string][] = [
    ['tel:+14155550123', '+14155550123'],
    ['TEL:+1-415-555-0123', '+14155550123'],
    ['tel:020%207946%200000', '+442079460000'],
    ['tel:0044 20 7946 0000', '+442079460000'],
    ['tel:+49(0)30123456', '+4930123456'],
  ];
  for (const [href, number] of hrefs) {
    it(`${href} dials ${number} here, after the phone has asked the page`, async () => {
      await show({ 'call-links': '', 'default-country': 'GB' });
      await obeyed();
      await settled();
      const asked: [string, EventTarget | null][] = [];
      const hear = (event: CallMakeRequestEvent) => asked.push([event.phoneNumber, event.target]);
      document.addEventListener('call-make-request', hear);
      await clickWithMouse(addLink(href));
      await until(() => dialled().length > 0);
      document.removeEventListener('call-make-request', hear);
      expect(asked).to.deep.equal([[number, element]]);
      expect(dialled()).to.deep.equal([number]);
      expect(untaken).to.equal(0);
    });
  }

  it('bring the number into the dialer, also when the page prevents the call', async () => {
    await show({ 'call-links': '', 'default-country': 'US' });
    await obeyed();
    element.addEventListener('call-make-request', (event) => event.preventDefault());
    await clickWithMouse(addLink('tel:+14155550123;ext=4'));
    const field = byRole('textbox', 'Phone number') as HTMLInputElement;
    await until(() => field.value !== '');
    expect(field.value).to.equal('(415) 555-0123,4');
    expect(dialled()).to.deep.equal([]);
  });

  it('say in the dialer what is wrong with them', async () => {
    await show({ 'call-links': '', 'default-country': 'US' });
    await obeyed();
    await clickWithMouse(addLink('tel:911'));
    await until(() => byRole('region', 'Phone').innerHTML !== '' && composer.phones.length > 0);
    const dialer = element.renderRoot.querySelector('phone-dialer');
    await until(() => dialer?.renderRoot.textContent?.includes('too short') ?? false);
    expect(dialled()).to.deep.equal([]);
  });

  it('dial from the keyboard, and from inside open shadow roots', async () => {
    await show({ 'call-links': '' });
    await obeyed();
    const host = document.createElement('div');
    document.body.append(host);
    links.push(host);
    addLink('tel:+14155550123', host.attachShadow({ mode: 'open' })).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => dialled().length > 0);
  });

  it('dial where the page has put its own dialer, and where it has none', async () => {
    await show({ 'call-links': '' }, '<p>My own phone</p>');
    await obeyed();
    await clickWithMouse(addLink('tel:+14155550123'));
    await until(() => dialled().length > 0);
    expect(dialled()).to.deep.equal(['+14155550123']);
  });

  it('have their extension keyed when the call is open', async () => {
    await show({ 'call-links': '' });
    await obeyed();
    await clickWithMouse(addLink('tel:+14155550123;ext=4'));
    await until(() => dialled().length > 0);
    const [call] = composer.phone.device.placedCalls;
    call?.emit({ type: 'ringing', parameters: {} });
    call?.emit({ type: 'accept', parameters: {} });
    await settled();
    expect(call?.commands).to.deep.equal(['sendDigits(wwww4)']);
  });
});

describe('clicks that are left alone', () => {
  async function expectLeftAlone(act: () => unknown): Promise<void> {
    await act();
    await settled();
    expect(dialled()).to.deep.equal([]);
  }

  it('without call-links', async () => {
    await show();
    await expectLeftAlone(() => clickWithMouse(addLink('tel:+14155550123')));
    expect(untaken).to.equal(1);
  });

  it('on other links', async () => {
    await show({ 'call-links': '' });
    await obeyed();
    await expectLeftAlone(() => clickWithMouse(addLink('#tel:+14155550123')));
    await expectLeftAlone(() => clickWithMouse(addLink('mailto:a@example.com')));
    expect(untaken).to.equal(2);
  });

  it('made by a script: no page may dial without a person', async () => {
    await show({ 'call-links': '' });
    await obeyed();
    await expectLeftAlone(() => addLink('tel:+14155550123').click());
    expect(untaken).to.equal(1);
  });

  it('that the page has taken for itself', async () => {
    await show({ 'call-links': '' });
    await obeyed();
    const link = addLink('tel:+14155550123');
    link.addEventListener('click', (event) => event.preventDefault());
    await expectLeftAlone(() => clickWithMouse(link));
  });

  for (const modifier of ['Control', 'Shift', 'Alt', 'Meta']) {
    it(`with ${modifier}, which means something else`, async () => {
      await show({ 'call-links': '' });
      await obeyed();
      const link = addLink('tel:+14155550123');
      await sendKeys({ down: modifier });
      await expectLeftAlone(() => clickWithMouse(link));
      await sendKeys({ up: modifier });
      expect(untaken).to.equal(1);
    });
  }

  it('once the attribute is gone, and once the phone is', async () => {
    await show({ 'call-links': '' });
    await obeyed();
    const link = addLink('tel:+14155550123');
    element.removeAttribute('call-links');
    await settled();
    await expectLeftAlone(() => clickWithMouse(link));
    element.setAttribute('call-links', '');
    await obeyed();
    element.remove();
    await settled();
    await expectLeftAlone(() => clickWithMouse(link));
    expect(untaken).to.equal(2);
  });

  it('never twice: a phone that was moved dials once', async () => {
    await show({ 'call-links': '' });
    await obeyed();
    let asked = 0;
    element.addEventListener('call-make-request', () => (asked += 1));
    element.parentElement?.append(document.createElement('p'), element);
    await obeyed();
    await clickWithMouse(addLink('tel:+14155550123'));
    await until(() => dialled().length > 0);
    await settled();
    expect(asked).to.equal(1);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { PhoneError } from '../../src/core/phone-error.js';
import '../../src/define/call-quality.js';
import '../../src/define/phone-status.js';
import type { CallQualityChip } from '../../src/elements/call-quality.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { rendered, until } from '../support/elements.js';
import type { FakeCallPort } from '../support/fake-ports.js';
import { sample, seconds } from '../support/samples.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let port: FakeCallPort;
let element: CallQualityChip;
/** How often somebody watches the call now. */
let watchers: number;

async function show(lang = 'en'): Promise<void> {
  element = await fixture<CallQualityChip>(
    html`<call-quality lang=${lang} .controller=${phone.controller}></call-quality>`,
  );
  await rendered();
}

async function talk(): Promise<void> {
  port = await phone.talk();
  const watch = port.watchQuality.bind(port);
  watchers = 0;
  port.watchQuality = (listener) => {
    watchers += 1;
    const unsubscribe = watch(listener);
    return () => {
      watchers -= 1;
      unsubscribe();
    };
  };
  await show();
  await until(() => watchers === 1);
}

async function warn(...names: string[]): Promise<void> {
  for (const name of names) port.emit({ type: 'warning', name });
  await rendered();
}

function chip(): HTMLElement {
  return byRole('button', /^(?:Measuring the|Good|Fair|Poor) sound$|^Reconnecting…/);
}

const said = () => allByRole('status').map(words);
const words = (of: HTMLElement) => of.innerText.replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  phone = await registeredPhone();
});

describe('<call-quality> says', () => {
  it('nothing without an open call', async () => {
    phone.ring({ hesitates: true });
    await show();
    expect(element.shadowRoot?.textContent?.trim()).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('that it measures, and then how it sounds, outside of every live region', async () => {
    await talk();
    expect(words(chip())).to.equal('Measuring the sound');
    port.measure(sample());
    await until(() => words(chip()) === 'Good sound');
    for (const second of seconds(5, { mos: 3.4 })) port.measure(second);
    await until(() => words(chip()) === 'Fair sound');
    for (const second of seconds(5, { mos: 2 })) port.measure(second);
    await until(() => words(chip()) === 'Poor sound');
    expect(chip().closest('[role=status], [role=alert], [aria-live]')).to.equal(null);
    expect(words(byRole('status'))).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('what is wrong in a polite live region that was there before, the worst first', async () => {
    await talk();
    for (const second of seconds(5)) port.measure(second);
    const status = byRole('status');
    await warn('high-rtt', 'high-packet-loss');
    expect(byRole('status')).to.equal(status);
    expect(words(status)).to.equal(
      'You may hear them badly: the connection loses sound You may hear each other late: the connection is slow',
    );
    expect(words(chip())).to.equal('Poor sound');
    await expect(element).to.be.accessible();
    port.emit({ type: 'warning-cleared', name: 'high-packet-loss' });
    port.emit({ type: 'warning-cleared', name: 'high-rtt' });
    await rendered();
    expect(words(status)).to.equal('');
    expect(words(chip())).to.equal('Good sound');
  });

  it('softly that nobody says anything', async () => {
    await talk();
    for (const second of seconds(5)) port.measure(second);
    await warn('long-silence');
    expect(words(byRole('status'))).to.equal('They have been silent for a while');
    expect(words(chip())).to.equal('Good sound');
    expect(allByRole('button', 'Reconnect the sound')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('that the microphone is gone only where no status says it, and that the sound is poor in any case', async () => {
    await talk();
    await warn('microphone-lost', 'high-rtt');
    const gone = 'They cannot hear you: the microphone is gone';
    expect(words(byRole('status'))).to.contain(gone);
    const status = document.createElement('phone-status');
    status.controller = phone.controller;
    element.before(status);
    await warn('high-packet-loss');
    expect(said().filter((text) => text.includes(gone))).to.have.length(1);
    expect(said().join()).to.contain('the connection is slow');
    expect(words(chip())).to.equal('Poor sound');
  });

  it('for how long it has been reconnecting, and no other trouble meanwhile', async () => {
    await talk();
    phone.clock.jump(Date.now() - phone.clock.now() - 7_200);
    await warn('low-bytes-received');
    port.emit({ type: 'reconnecting', error: null });
    await rendered();
    expect(words(chip())).to.equal('Reconnecting… 7 s');
    expect(words(byRole('status'))).to.equal('');
    expect(chip().closest('[role=status], [role=alert], [aria-live]')).to.equal(null);
    await until(() => words(chip()) === 'Reconnecting… 8 s');
    await expect(element).to.be.accessible();
    port.emit({ type: 'reconnected' });
    await until(() => words(chip()) === 'Poor sound');
    expect(words(byRole('status'))).to.equal('Nothing arrives from them');
  });

  it('all of it in the language of the page', async () => {
    port = await phone.talk();
    await show('de');
    await warn('no-sound-received');
    await until(() => words(byRole('status')) === 'Von der Gegenseite kommt nichts an');
    expect(byRole('button', 'Ton neu verbinden')).to.be.instanceOf(HTMLElement);
  });
});

describe("<call-quality>'s button", () => {
  it('reconnects the sound, and leaves the focus where the person is', async () => {
    await talk();
    await warn('no-sound-received');
    await expect(element).to.be.accessible();
    byRole('button', 'Reconnect the sound').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => port.commands.at(-1) === 'reconnectSound');
    port.emit({ type: 'warning-cleared', name: 'no-sound-received' });
    await rendered();
    expect(focused()).to.equal(chip());
  });

  it('asks once at a time', async () => {
    await talk();
    await warn('no-sound-sent');
    const button = byRole('button', 'Reconnect the sound');
    button.click();
    button.click();
    await rendered();
    expect(port.commands.filter((command) => command === 'reconnectSound')).to.have.length(1);
    expect(button.ariaDisabled).to.equal(null);
  });

  it('says why it could not, until it is tried again', async () => {
    await talk();
    await warn('no-sound-received');
    port.failure = new PhoneError('microphone-missing', 'There is no microphone.');
    byRole('button', 'Reconnect the sound').click();
    await until(() => /microphone/.test(words(byRole('status'))));
    await expect(element).to.be.accessible();
    port.failure = null;
    byRole('button', 'Reconnect the sound').click();
    await until(() => words(byRole('status')) === 'Nothing arrives from them');
  });
});

describe("<call-quality>'s figures", () => {
  it('are shown and hidden by the chip, with the keyboard too', async () => {
    await talk();
    for (const second of seconds(30, { packetLossFraction: 0.5 })) port.measure(second);
    port.measure(sample({ at: 30_000, roundTripTimeInMilliseconds: 81, jitterInMilliseconds: null }));
    await rendered();
    chip().focus();
    await sendKeys({ press: 'Enter' });
    await rendered();
    expect(chip().ariaExpanded).to.equal('true');
    const figures = byRole('group', 'How this call sounds');
    expect(words(figures)).to.match(/^Score \(MOS\) 4\.3 Round trip 81 ms Jitter – Lost 0% Now, and/);
    expect(figures.closest('[role=status], [role=alert], [aria-live]')).to.equal(null);
    expect(figures.querySelectorAll('path.values')).to.have.length(4);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Space' });
    await rendered();
    expect(allByRole('group')).to.have.length(0);
    expect(element.open).to.equal(false);
  });

  it('are told to those who cannot see the lines', async () => {
    await talk();
    for (const second of seconds(3)) port.measure(second);
    port.measure(sample({ at: 3_000, mos: 4.1, roundTripTimeInMilliseconds: 90, packetLossFraction: 0.25 }));
    element.open = true;
    await rendered();
    const lines = [...(element.shadowRoot?.querySelectorAll('svg[role=img]') ?? [])];
    expect(lines.map((line) => line.getAttribute('aria-label'))).to.deep.equal([
      'In the last two minutes from 4.1 to 4.3',
      'In the last two minutes from 60 ms to 90 ms',
      'In the last two minutes from 4 ms to 4 ms',
      'In the last two minutes from 0% to 25%',
    ]);
  });

  it('know neither loss nor jitter of what does not arrive, and say so instead of 0%', async () => {
    await talk();
    const now = (name: string) =>
      element.shadowRoot?.querySelector<HTMLElement>(`[data-figure=${name}] .now`) as HTMLElement;
    element.open = true;
    await rendered();
    const silence = { mos: null, packetsReceived: 0 };
    for (const second of seconds(3, silence)) port.measure(second);
    await until(() => words(now('round-trip')) === '60 ms');
    for (const name of ['loss', 'jitter']) {
      expect(words(now(name)), name).to.equal('–');
      expect(now(name).querySelector('[role=img]')?.getAttribute('aria-label')).to.equal('Not measured');
    }
    expect(element.shadowRoot?.querySelectorAll('path.values')).to.have.length(1);
    await expect(element).to.be.accessible();
    port.measure(sample({ ...silence, at: 3_000, packetsLost: 50, packetLossFraction: 1 }));
    await until(() => words(now('loss')) === '100%');
    port.measure(sample({ at: 4_000 }));
    await until(() => words(now('loss')) === '0%' && words(now('jitter')) === '4 ms');
  });

  it('say so when nothing was measured, and need no style in the markup', async () => {
    await talk();
    element.open = true;
    await rendered();
    const root = element.shadowRoot;
    expect(root?.querySelectorAll('path.values')).to.have.length(0);
    expect(root?.querySelector('svg[role=img]')?.getAttribute('aria-label')).to.equal('Not measured');
    await expect(element).to.be.accessible();
    port.measure(sample());
    await until(() => root?.querySelectorAll('path.values').length === 4);
    expect(root?.querySelectorAll('[style]')).to.have.length(0);
  });
});

describe('<call-quality> watches', () => {
  it('only while it can be seen', async () => {
    await talk();
    element.hidden = true;
    await until(() => watchers === 0);
    element.hidden = false;
    await until(() => watchers === 1);
    element.remove();
    await until(() => watchers === 0);
  });

  it('no call that is over, and the next one from its beginning', async () => {
    await talk();
    port.measure(sample({ mos: 1 }));
    await until(() => words(chip()) === 'Poor sound');
    port.emit({ type: 'disconnect' });
    await until(() => watchers === 0);
    expect(element.shadowRoot?.textContent?.trim()).to.equal('');
    port = await phone.talk();
    await until(() => allByRole('button').length > 0 && words(chip()) === 'Measuring the sound');
  });
});

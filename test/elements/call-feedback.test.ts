import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { PhoneError } from '../../src/core/phone-error.js';
import '../../src/define/call-feedback.js';
import type { CallFeedbackCard } from '../../src/elements/call-feedback.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { rendered, until } from '../support/elements.js';
import type { FakeCallOptions, FakeCallPort } from '../support/fake-ports.js';
import { sample } from '../support/samples.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: CallFeedbackCard;

async function show(lang = 'en'): Promise<void> {
  element = await fixture<CallFeedbackCard>(
    html`<call-feedback lang=${lang} .controller=${phone.controller}></call-feedback>`,
  );
  await rendered();
}

/** Somebody calls, talks for a while, and hangs up. */
async function haveCall(
  during: (port: FakeCallPort) => void = () => undefined,
  milliseconds = 60_000,
  options: FakeCallOptions = {},
): Promise<FakeCallPort> {
  const port = await phone.talk(options);
  during(port);
  await phone.pass(milliseconds);
  if (phone.state.calls.length > 0) port.emit({ type: 'disconnect' });
  await rendered();
  return port;
}

const answers = () => allByRole('button').map(({ innerText, ariaLabel }) => ariaLabel ?? innerText.trim());
const isAsking = () => allByRole('group', 'How was the call?').length > 0;

beforeEach(async () => {
  phone = await registeredPhone();
});

describe('<call-feedback> asks', () => {
  it('after a call, with the words of people', async () => {
    await show();
    expect(isAsking()).to.equal(false);
    await haveCall((port) => port.measure(sample()));
    expect(answers()).to.deep.equal([
      'Good',
      'It broke off',
      'The sound was late',
      'One of us heard nothing',
      'The sound was choppy',
      'There was noise',
      'There was an echo',
      'Do not answer',
    ]);
    await expect(element).to.be.accessible();
  });

  it('with what was measured first, and says why', async () => {
    await haveCall((port) => port.emit({ type: 'warning', name: 'high-packet-loss' }));
    await show();
    expect(answers().slice(0, 3)).to.deep.equal(['The sound was choppy', 'Good', 'It broke off']);
    const [first] = allByRole('button');
    expect(first?.getAttribute('aria-describedby')).to.equal('measured');
    expect(byRole('group').innerText).to.contain('Some of the sound did not arrive.');
    await expect(element).to.be.accessible();
  });

  it('whether a connection that was lost was one', async () => {
    await show();
    await haveCall((port) => void phone.clock.schedule(50_000, () => port.emit({ type: 'transportClose' })));
    expect(answers()[0]).to.equal('It broke off');
  });

  it('nobody about a call of a moment, one that was never open, or where nothing may be told', async () => {
    await show();
    await haveCall(undefined, 2_900);
    expect(isAsking()).to.equal(false);
    phone.ring().emit({ type: 'cancel' });
    await rendered();
    expect(isAsking()).to.equal(false);
    await haveCall(undefined, 60_000, { isFeedbackPossible: false });
    expect(isAsking()).to.equal(false);
    await haveCall(undefined, 3_000);
    expect(isAsking()).to.equal(true);
  });

  it('until the next call comes, answered or not, and then about that one', async () => {
    await show();
    await haveCall();
    const next = phone.ring();
    await rendered();
    expect(isAsking()).to.equal(false);
    next.emit({ type: 'cancel' });
    await rendered();
    expect(isAsking()).to.equal(false);
    await haveCall();
    expect(isAsking()).to.equal(true);
  });

  it('no more about a call once it is dismissed', async () => {
    await show();
    await haveCall();
    byRole('button', 'Do not answer').focus();
    await sendKeys({ press: 'Enter' });
    await rendered();
    expect(isAsking()).to.equal(false);
    await haveCall();
    expect(isAsking()).to.equal(true);
  });

  it('no more once the page has told Twilio itself', async () => {
    await show();
    await haveCall();
    await phone.controller.sendFeedback({ score: 4, issue: null });
    await rendered();
    expect(isAsking()).to.equal(false);
  });

  it('in the language of the page', async () => {
    await show('ar');
    await haveCall();
    await until(() => allByRole('group', 'كيف كانت المكالمة؟').length === 1);
    expect(answers()[0]).to.equal('جيدة');
    await expect(element).to.be.accessible();
  });
});

describe('an answer to <call-feedback>', () => {
  for (const [words, command] of [
    ['Good', 'sendFeedback(5, null)'],
    ['It broke off', 'sendFeedback(1, dropped-call)'],
    ['The sound was late', 'sendFeedback(2, audio-latency)'],
    ['One of us heard nothing', 'sendFeedback(1, one-way-audio)'],
    ['The sound was choppy', 'sendFeedback(2, choppy-audio)'],
    ['There was noise', 'sendFeedback(3, noisy-call)'],
    ['There was an echo', 'sendFeedback(3, echo)'],
  ] as const) {
    it(`"${words}" is one tap`, async () => {
      await show();
      const port = await haveCall();
      byRole('button', words).click();
      await until(() => phone.call.feedback !== null);
      expect(port.commands.at(-1)).to.equal(command);
    });
  }

  it('is thanked for, and the keyboard stays here', async () => {
    await show();
    const port = await haveCall();
    port.hesitates = true;
    const status = byRole('status');
    byRole('button', 'Good').focus();
    byRole('button', 'Good').click();
    await rendered();
    port.emit({ type: 'feedback', feedback: { score: 5, issue: null } });
    await until(() => (status.textContent ?? '').includes('Thank you.'));
    expect(answers()).to.deep.equal(['Close']);
    expect(focused()).to.equal(byRole('button', 'Close'));
    await expect(element).to.be.accessible();
    byRole('button', 'Close').click();
    await rendered();
    expect(isAsking()).to.equal(false);
  });

  it('is sent once, however often it is tapped', async () => {
    await show();
    const port = await haveCall();
    port.hesitates = true;
    byRole('button', 'Good').click();
    await rendered();
    byRole('button', 'There was noise').click();
    expect(byRole('button', 'Good').ariaDisabled).to.equal('true');
    expect(port.commands.filter((command) => command.startsWith('sendFeedback'))).to.have.length(1);
    await expect(element).to.be.accessible();
    port.emit({ type: 'feedback', feedback: { score: 5, issue: null } });
    await until(() => byRole('status').innerText.startsWith('Thank you.'));
  });

  it('that could not be sent can be sent again', async () => {
    await show();
    const port = await haveCall();
    port.failure = new PhoneError('feedback-failed', 'Twilio answered 500.');
    byRole('button', 'There was an echo').click();
    await until(() => byRole('status').innerText === 'Your answer could not be sent.');
    await expect(element).to.be.accessible();
    port.failure = null;
    byRole('button', 'Try again').click();
    await until(() => phone.call.feedback?.issue === 'echo');
    await until(() => byRole('status').innerText.startsWith('Thank you.'));
  });

  it('that arrives when the next call is there says nothing of that one', async () => {
    await show();
    const port = await haveCall();
    port.hesitates = true;
    byRole('button', 'Good').click();
    await haveCall();
    expect(byRole('status').innerText).to.equal('');
    expect(answers()).to.include('There was noise');
  });
});

describe('the thanks of <call-feedback>', () => {
  const { setInterval } = window;
  let tick = (): void => undefined;

  beforeEach(() => {
    window.setInterval = ((listener: () => void) => {
      tick = listener;
      return 0;
    }) as typeof setInterval;
  });
  afterEach(() => {
    window.setInterval = setInterval;
  });

  async function thank(): Promise<void> {
    await show();
    await haveCall();
    byRole('button', 'Good').click();
    await until(() => byRole('status').innerText.startsWith('Thank you.'));
  }

  async function passSeconds(count: number): Promise<void> {
    for (let second = 0; second < count; second += 1) tick();
    await rendered();
  }

  it('go by themselves after a while', async () => {
    await thank();
    await passSeconds(7);
    expect(isAsking()).to.equal(true);
    await passSeconds(1);
    expect(isAsking()).to.equal(false);
  });

  it('stay while somebody has the focus on them', async () => {
    await thank();
    byRole('button', 'Close').focus();
    await passSeconds(60);
    expect(isAsking()).to.equal(true);
    byRole('button', 'Close').blur();
    await passSeconds(1);
    expect(isAsking()).to.equal(false);
  });

  it('are over when the element was out of the page', async () => {
    await thank();
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await rendered();
    expect(isAsking()).to.equal(false);
  });
});

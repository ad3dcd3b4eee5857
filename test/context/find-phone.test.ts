import { expect } from '@open-wc/testing';
import { findPhone, isPageParsed, onlyPhone, phoneById } from '../../src/context/find-phone.js';
import {
  controllerOf,
  hasToast,
  registerPhone,
  registerToast,
  subscribeToPhones,
  unregisterPhone,
} from '../../src/context/phone-registry.js';
import { settle } from '../support/fake-ports.js';
import { TestPhone, watch } from '../support/test-phone.js';

describe('finding a phone without Lit', () => {
  const elements: HTMLElement[] = [];

  function addPhone(id: string): TestPhone {
    const phone = new TestPhone();
    const element = document.createElement('div');
    element.id = id;
    document.body.append(element);
    elements.push(element);
    registerPhone(element, phone.controller);
    return phone;
  }

  afterEach(() => {
    for (const element of elements.splice(0)) {
      unregisterPhone(element);
      element.remove();
    }
  });

  it('answers the only phone of the page', async () => {
    const { controller } = addPhone('one');
    expect(await findPhone()).to.equal(controller);
    expect(onlyPhone()).to.equal(controller);
  });

  it('answers none of two, but each by its id', async () => {
    const one = addPhone('one');
    const two = addPhone('two');
    expect(onlyPhone()).to.equal(null);
    expect(await findPhone({ id: 'one' })).to.equal(one.controller);
    expect(await findPhone({ id: 'two', root: document })).to.equal(two.controller);
    expect(phoneById('three')).to.equal(null);
  });

  it('waits for a phone that comes late', async () => {
    const promise = findPhone({ id: 'late' });
    const found = watch(promise);
    await settle();
    expect(found.outcome).to.equal('pending');
    const { controller } = addPhone('late');
    expect(await promise).to.equal(controller);
  });

  it('gives up when it is told to, before or while it waits', async () => {
    const abort = new AbortController();
    const waiting = watch(findPhone({ signal: abort.signal }));
    await settle();
    abort.abort(new Error('enough'));
    const late = watch(findPhone({ signal: abort.signal }));
    await settle();
    expect(waiting.outcome).to.equal('rejected: Error: enough');
    expect(late.outcome).to.equal('rejected: Error: enough');
  });

  it('knows that the page is parsed by now', () => {
    expect(isPageParsed()).to.equal(true);
  });

  it('shares its registry with another copy of the library', () => {
    const { controller } = addPhone('one');
    const [element] = elements;
    const shared = (globalThis as unknown as Record<symbol, { phones: Map<Element, unknown> }>)[
      Symbol.for('twilio-phone/registry/1')
    ];
    expect(element && shared?.phones.get(element)).to.equal(controller);
  });

  it('tells listeners of a change, and of nothing else', () => {
    let told = 0;
    const stop = subscribeToPhones(() => (told += 1));
    const { controller } = addPhone('one');
    const [element] = elements as [HTMLElement];
    registerPhone(element, controller);
    expect(told).to.equal(1);
    registerToast(element, controller);
    registerToast(element, controller);
    expect(hasToast(controller)).to.equal(true);
    expect(told).to.equal(2);
    registerToast(element, null);
    unregisterPhone(element);
    unregisterPhone(element);
    expect(told).to.equal(4);
    expect(controllerOf(element)).to.equal(null);
    expect(hasToast(controller)).to.equal(false);
    stop();
    registerPhone(element, controller);
    expect(told).to.equal(4);
  });
});

import { expect } from '@open-wc/testing';
import { showInTitle } from '../../src/browser/page-title.js';
import type { Unsubscribe } from '../../src/core/ports.js';
import { FakeClock } from '../support/fake-clock.js';

describe('the title of a page in which somebody rings', () => {
  const before = document.title;
  let clock: FakeClock;
  const stops: Unsubscribe[] = [];

  beforeEach(() => {
    clock = new FakeClock();
    document.title = 'Orders';
  });

  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    document.title = before;
  });

  function show(text: string): Unsubscribe {
    const stop = showInTitle(text, clock);
    stops.push(stop);
    return stop;
  }

  function titlesOf(seconds: number): string[] {
    return Array.from({ length: seconds }, () => {
      clock.tick(1_000);
      return document.title;
    });
  }

  it('says who calls at once, and then in turns with its own words, a second each', () => {
    show('Incoming call: Ada');
    expect(document.title).to.equal('Incoming call: Ada');
    expect(titlesOf(3)).to.deep.equal(['Orders', 'Incoming call: Ada', 'Orders']);
    clock.tick(999);
    expect(document.title).to.equal('Orders');
  });

  it('is what it was the moment it is over, and no timer is left', () => {
    const stop = show('Incoming call: Ada');
    stop();
    expect(document.title).to.equal('Orders');
    expect(clock.pendingTimers).to.equal(0);
    expect(titlesOf(2)).to.deep.equal(['Orders', 'Orders']);
  });

  it('is what it was when it is over while its own words stand there', () => {
    const stop = show('Incoming call: Ada');
    clock.tick(1_000);
    stop();
    expect(document.title).to.equal('Orders');
  });

  it('is afterwards what the page called itself meanwhile, in whoever’s turn', () => {
    const stop = show('Incoming call: Ada');
    document.title = 'Customers';
    expect(titlesOf(2)).to.deep.equal(['Customers', 'Incoming call: Ada']);
    clock.tick(1_000);
    document.title = 'Invoices';
    expect(titlesOf(2)).to.deep.equal(['Incoming call: Ada', 'Invoices']);
    clock.tick(1_000);
    document.title = 'Bills';
    stop();
    expect(document.title).to.equal('Bills');
  });

  it('does not keep the call in it when the page puts a number before whatever stands there', () => {
    const stop = show('Incoming call: $& (Ada)');
    document.title = `(1) ${document.title}`;
    stop();
    expect(document.title).to.equal('(1) Orders');
  });

  it('says one of two callers, and goes on with the other', () => {
    const stopFirst = show('Incoming call: Ada');
    const stopSecond = show('Incoming call: Bert');
    expect(titlesOf(2)).to.deep.equal(['Orders', 'Incoming call: Ada']);
    stopFirst();
    expect(document.title).to.equal('Incoming call: Bert');
    stopSecond();
    expect(document.title).to.equal('Orders');
    expect(clock.pendingTimers).to.equal(0);
  });

  it('does not mind being stopped twice', () => {
    const stopFirst = show('Incoming call: Ada');
    show('Incoming call: Bert');
    stopFirst();
    stopFirst();
    expect(document.title).to.equal('Incoming call: Bert');
  });

  it('is gone again in a page that has none', () => {
    document.querySelector('title')?.remove();
    const stop = show('Incoming call: Ada');
    expect(document.title).to.equal('Incoming call: Ada');
    stop();
    expect(document.querySelector('title')).to.equal(null);
  });
});

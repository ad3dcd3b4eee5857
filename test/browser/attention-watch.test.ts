import { expect } from '@open-wc/testing';
import { isLookedAt, watchAttention } from '../../src/browser/attention-watch.js';
import type { Unsubscribe } from '../../src/core/ports.js';
import { FakeClock } from '../support/fake-clock.js';
import { PageSight } from '../support/page-sight.js';

describe('whether a person looks at the page', () => {
  let sight: PageSight;
  let clock: FakeClock;
  let said: string[] = [];
  let stop: Unsubscribe = () => undefined;

  beforeEach(() => {
    sight = new PageSight();
    clock = new FakeClock();
    said = [];
    stop = watchAttention(clock, {
      onSeen: () => said.push('seen'),
      onHidden: () => said.push('hidden'),
      onLeft: () => said.push('left'),
      onRead: () => said.push('read'),
    });
  });

  afterEach(() => {
    stop();
    sight.restore();
  });

  it('is told by the tab and by the window', () => {
    expect(isLookedAt()).to.equal(true);
    sight.loseFocus();
    expect(isLookedAt()).to.equal(false);
    sight.gainFocus();
    sight.hide();
    expect(isLookedAt()).to.equal(false);
    sight.show();
    expect(isLookedAt()).to.equal(true);
    expect(said).to.deep.equal(['seen', 'hidden', 'seen']);
  });

  it('counts as having read when the person comes and stays for two seconds', () => {
    sight.hide();
    sight.show();
    clock.tick(1_999);
    expect(said).not.to.include('read');
    clock.tick(1);
    expect(said).to.include('read');
  });

  it('counts a click and a key, also one that the page keeps for itself', () => {
    const keep = (event: Event) => event.stopImmediatePropagation();
    document.body.addEventListener('keydown', keep);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
    document.body.removeEventListener('keydown', keep);
    clock.tick(2_000);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    clock.tick(2_000);
    expect(said).to.deep.equal(['read', 'read']);
  });

  it('does not count a page that merely stands open, or one that is left again', () => {
    clock.tick(60_000);
    sight.show();
    clock.tick(1_000);
    sight.hide();
    clock.tick(60_000);
    expect(said).not.to.include('read');
  });

  it('does not take a field that gets the focus for the page', () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    field.dispatchEvent(new FocusEvent('focus'));
    field.remove();
    expect(said).to.deep.equal([]);
  });

  it('is told when the page is left', () => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(said).to.deep.equal(['left']);
  });

  it('is not watched for any more after the answer was called', () => {
    sight.show();
    stop();
    said = [];
    clock.tick(60_000);
    sight.hide();
    sight.show();
    sight.gainFocus();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(said).to.deep.equal([]);
    expect(clock.pendingTimers).to.equal(0);
  });
});

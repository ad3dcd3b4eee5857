import { expect } from '@open-wc/testing';
import { DigitQueue } from '../../src/twilio/digit-queue.js';
import { FakeClock } from '../support/fake-clock.js';

let clock: FakeClock;
let sent: string[];
let queue: DigitQueue;

beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  queue = new DigitQueue(clock, (digits) => sent.push(`${clock.monotonicNow()}: ${digits}`));
});

describe('digits of a call', () => {
  it('go out at once when nothing waits', () => {
    queue.add('5');
    expect(sent).to.deep.equal(['0: 5']);
  });

  it('keyed in one go are one run, which the browser plays by itself', () => {
    queue.add('0123456789*#');
    expect(sent).to.deep.equal(['0: 0123456789*#']);
  });

  it('keyed while one sounds wait for its end, so that none of them is lost', () => {
    queue.add('1');
    queue.add('2');
    queue.add('3');
    clock.tick(519);
    expect(sent).to.deep.equal(['0: 1']);
    clock.tick(1);
    expect(sent).to.deep.equal(['0: 1', '520: 23']);
    queue.add('4');
    clock.tick(840);
    expect(sent).to.deep.equal(['0: 1', '520: 23', '1360: 4']);
  });

  it('after a pause come half a second after the last tone before it has ended', () => {
    queue.add('12w3ww4');
    clock.tick(5_000);
    expect(sent).to.deep.equal(['0: 12', '1340: 3', '2860: 4']);
  });

  it('may begin with a pause', () => {
    queue.add('ww7');
    expect(sent).to.deep.equal([]);
    clock.tick(1_000);
    expect(sent).to.deep.equal(['1000: 7']);
  });

  it('keyed during a pause keep their place behind what waits', () => {
    queue.add('1w2');
    queue.add('3');
    clock.tick(2_000);
    expect(sent).to.deep.equal(['0: 1', '1020: 23']);
  });

  it('that come after a rest go out at once again', () => {
    queue.add('1');
    clock.tick(10_000);
    queue.add('2');
    expect(sent).to.deep.equal(['0: 1', '10000: 2']);
  });

  it('that still wait when the call ends are not sent', () => {
    queue.add('1w2');
    queue.clear();
    clock.tick(10_000);
    expect(sent).to.deep.equal(['0: 1']);
    queue.add('9');
    expect(sent).to.deep.equal(['0: 1', '10000: 9']);
  });
});

import { expect } from '@open-wc/testing';
import type { CallHistoryState } from '../../src/core/call-history.js';
import type { CallRecord } from '../../src/core/call-record.js';
import { hangUpMemory } from '../../src/phone/hang-up-memory.js';
import { LatePhoneKit } from '../../src/phone/late-phone-kit.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeHangUpLine } from '../support/fake-hang-ups.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

/** What the log was told before it was there holds once it is. */
describe('the log that follows', () => {
  const clock = new FakeClock();
  let phone: TestPhone;
  let kit: LatePhoneKit;
  let told: CallRecord[];
  let states: CallHistoryState[];

  beforeEach(async () => {
    phone = await registeredPhone();
    told = [];
    states = [];
    kit = new LatePhoneKit({
      clock,
      changeMicrophone: () => Promise.resolve(),
      reportUnexpected: (report) => expect.fail(report),
      network: () => ({ hangUps: new FakeHangUpLine(), answer: null }),
    });
  });

  afterEach(async () => {
    await kit.log.clear();
    kit.log.destroy();
    kit.destroy();
  });

  it('says that nothing is known, and then shows what happens', async () => {
    kit.log.follow(phone.controller, (record) => told.push(record));
    kit.log.subscribe((state) => states.push(state));
    expect(states).to.deep.equal([{ isKept: true, records: null }]);
    await kit.load();
    await kit.log.clear();
    phone.ring().emit({ type: 'cancel' });
    clock.tick(0);
    expect(told).to.have.length(1);
    expect(kit.log.getState().records).to.deep.equal(told);
    expect(states.at(-1)).to.equal(kit.log.getState());
  });

  it('keeps none where the page said so before', async () => {
    kit.log.keep(false);
    kit.log.follow(phone.controller, (record) => told.push(record));
    await kit.load();
    phone.ring().emit({ type: 'cancel' });
    clock.tick(0);
    expect(told).to.have.length(1);
    expect(kit.log.getState()).to.deep.equal({ isKept: false, records: null });
  });

  it('forgets what an earlier page had left to say, and loads nothing for that', async () => {
    hangUpMemory.save([{ callSid: 'CA1', endedAt: 0 }]);
    await kit.log.forget();
    expect(hangUpMemory.load()).to.deep.equal([]);
    expect(kit.current).to.equal(null);
  });

  it('forgets the hang-ups that were to outlive the page', async () => {
    hangUpMemory.save([{ callSid: 'CA1', endedAt: clock.now() }]);
    await kit.load();
    await kit.log.forget();
    expect(JSON.stringify(localStorage)).not.to.contain('CA1');
  });

  it('forgets nobody’s calls where nobody was registered, and loads nothing for that', async () => {
    await kit.log.forget();
    expect(kit.current).to.equal(null);
  });

  it('forgets as soon as it is there', async () => {
    kit.log.follow(phone.controller, (record) => told.push(record));
    kit.log.subscribe((state) => states.push(state));
    const loading = kit.load();
    await kit.log.forget();
    await loading;
    expect(kit.log.getState().records).to.equal(null);
  });

  it('tells, as the phone is over, of a call that has just ended', async () => {
    kit.log.follow(phone.controller, (record) => told.push(record));
    await kit.load();
    phone.ring().emit({ type: 'cancel' });
    kit.log.destroy();
    expect(told).to.have.length(1);
  });
});

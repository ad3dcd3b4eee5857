import { expect, fixture, html } from '@open-wc/testing';
import { PhoneSource, phoneSource } from '../../src/react/phone-source.js';
import { countSubscriptions, phone, WiringPhone } from '../context/support/wiring.js';
import { settle } from '../support/fake-ports.js';

let source: PhoneSource;
let changes: number;
const count = (): number => (changes += 1);

describe('the phone as an external store of React', () => {
  beforeEach(() => {
    source = new PhoneSource(undefined);
    changes = 0;
  });

  it('is the same object until something changes, and another one then', async () => {
    await fixture(html`<wiring-phone id="a"></wiring-phone>`);
    const stop = source.subscribe(count);
    const before = source.getSnapshot();
    expect(source.getSnapshot()).to.equal(before);
    phone('a').phone.ring({ from: '+12025550101' });
    const after = source.getSnapshot();
    expect(after).not.to.equal(before);
    expect(source.getSnapshot()).to.equal(after);
    expect(after.incomingCall?.from).to.equal('+12025550101');
    expect(after.answerCall, 'a handler changed').to.equal(before.answerCall);
    expect(Object.isFrozen(after)).to.equal(true);
    stop();
  });

  it('has exactly the fields of the guide, and the error', () => {
    expect(Object.keys(source.getSnapshot()).sort()).to.deep.equal([
      'answerCall',
      'currentCallState',
      'endCall',
      'error',
      'hasActiveCall',
      'hasIncomingCall',
      'incomingCall',
      'isDeviceReady',
      'makeCall',
      'rejectCall',
      'toggleHold',
      'toggleMute',
    ]);
  });

  it('knows a phone that is there already at the first render', async () => {
    await fixture(html`<wiring-phone id="a"></wiring-phone>`);
    await phone('a').phone.controller.register();
    expect(source.getSnapshot().isDeviceReady).to.equal(true);
    expect(source.getSnapshot()).to.equal(source.getSnapshot());
    expect(source.getServerSnapshot().isDeviceReady, 'what the server rendered').to.equal(false);
  });

  it('subscribes once for all its listeners, and not at all without one', async () => {
    await fixture(html`<wiring-phone id="a"></wiring-phone>`);
    const subscriptions = countSubscriptions(phone('a').phone.controller);
    const stops = [source.subscribe(count), source.subscribe(() => undefined)];
    expect(subscriptions.open).to.equal(1);
    for (const stop of stops) stop();
    expect(subscriptions.open).to.equal(0);
  });

  it('comes along when StrictMode mounts, unmounts and mounts again', async () => {
    await fixture(html`<wiring-phone id="a"></wiring-phone>`);
    source.subscribe(count)();
    const stop = source.subscribe(count);
    phone('a').phone.ring();
    expect(source.getSnapshot().hasIncomingCall).to.equal(true);
    stop();
  });

  it('waits for a phone that comes late, and forgets one that goes', async () => {
    const box = await fixture(html`<div></div>`);
    const stop = source.subscribe(count);
    const late = new WiringPhone();
    await late.phone.controller.register();
    box.append(late);
    expect(source.getSnapshot().isDeviceReady).to.equal(true);
    late.remove();
    expect(source.getSnapshot().isDeviceReady).to.equal(false);
    stop();
  });

  it('tells what failed, to everybody who looks, until the next command', async () => {
    await fixture(html`<wiring-phone id="a"></wiring-phone>`);
    const stop = source.subscribe(count);
    changes = 0;
    const failed = await source
      .getSnapshot()
      .endCall()
      .catch((error: unknown) => error);
    expect(source.getSnapshot().error).to.equal(failed);
    expect(changes).to.equal(1);
    phone('a').phone.ring();
    await source.getSnapshot().rejectCall();
    expect(source.getSnapshot().error).to.equal(null);
    stop();
  });

  it('forgets what failed when nobody looks any more', async () => {
    await fixture(html`<wiring-phone id="a"></wiring-phone>`);
    const stop = source.subscribe(count);
    void source.getSnapshot().endCall();
    await settle();
    expect(source.getSnapshot().error?.code).to.equal('invalid-state');
    stop();
    expect(source.getSnapshot().error).to.equal(null);
  });

  it('is one for each phone that is asked for', () => {
    expect(phoneSource('a')).to.equal(phoneSource('a'));
    expect(phoneSource('a')).not.to.equal(phoneSource(undefined));
  });
});

import { expect } from '@open-wc/testing';
import type { CallPortEvent } from '../../src/core/ports.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { callMeanings } from '../../src/twilio/call-meanings.js';
import { learnMeanings } from '../../src/twilio/to-phone-error.js';
import { TwilioCallPort } from '../../src/twilio/twilio-call-port.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeCallAudio } from './support/fake-call-audio.js';
import { FakeSdkMicrophone } from './support/fake-microphone.js';
import { FakeSdkCall } from './support/fake-sdk-call.js';

// As what calls are made of does when it has come.
before(() => learnMeanings(callMeanings));

/** The port's own part, event by event. What the real SDK does is in the files named facts. */
describe('the port of a call', () => {
  let clock = new FakeClock();
  let call = new FakeSdkCall();
  let microphone = new FakeSdkMicrophone();
  let audio = new FakeCallAudio();
  let ended = 0;

  beforeEach(() => {
    clock = new FakeClock();
    call = new FakeSdkCall();
    microphone = new FakeSdkMicrophone();
    audio = new FakeCallAudio();
    ended = 0;
  });

  function createPort(direction: 'INCOMING' | 'OUTGOING' = 'INCOMING') {
    call.direction = direction;
    const port = new TwilioCallPort(call, {
      identity: 'alice',
      clock,
      microphone,
      audio,
      isFeedbackPossible: true,
      repairSound: () => Promise.resolve(void call.commands.push('repair')),
      onAccept: () => call.commands.push('release'),
      onEnd: () => (ended += 1),
    });
    const events: CallPortEvent[] = [];
    const types = () => events.map(({ type }) => type);
    return { port, events, types, listen: () => port.subscribe((event) => events.push(event)) };
  }

  function createListened(direction: 'INCOMING' | 'OUTGOING' = 'INCOMING') {
    const created = createPort(direction);
    created.listen();
    return created;
  }

  describe('knows who calls', () => {
    it('by Twilio’s parameters', () => {
      const { port } = createPort();
      expect(port).to.include({ direction: 'INCOMING', from: '+14155550100', to: 'client:alice' });
    });

    it('by who is here, when the call is placed from here', () => {
      call.parameters = {};
      call.customParameters = new Map([['To', '+14155550199']]);
      const { port } = createPort('OUTGOING');
      expect(port).to.include({ direction: 'OUTGOING', from: 'client:alice', to: '+14155550199' });
    });

    it('with custom parameters decoded, names and equals signs included, which the SDK does not do', () => {
      call.parameters['Params'] = 'na%C3%AFve=yes&name=Zo%C3%AB+%26+Co&query=a%3Db=c';
      const { port } = createPort();
      expect(port.parameters).to.include({ naïve: 'yes', name: 'Zoë & Co', query: 'a=b=c' });
      expect(port.parameters).not.to.have.property('Params');
    });

    it('whatever a custom parameter is called', () => {
      call.parameters['Params'] = 'From=%2B1900&__proto__=x&constructor=y';
      const { port } = createPort();
      expect(port.from).to.equal('+14155550100');
      expect(Object.getPrototypeOf(port.parameters)).to.equal(Object.prototype);
      expect(Object.isFrozen(port.parameters)).to.equal(true);
    });
  });

  it('tells what happened before anybody listened, once and in order', () => {
    const { events, types, listen } = createPort('OUTGOING');
    call.emit('error', { code: 53001 });
    call.emit('disconnect');
    listen();
    expect(types()).to.deep.equal(['error', 'disconnect']);
    listen();
    expect(events).to.have.length(2);
  });

  it('says connecting when the SDK accepts without a word', () => {
    const { port, types } = createListened();
    port.accept();
    expect(types()).to.deep.equal(['connecting']);
    expect(call.commands).to.deep.equal(['release', 'accept']);
    expect(port.isRingingHere).to.equal(false);
  });

  it('says nothing when the SDK does not accept', () => {
    const { port, types } = createListened();
    call.accept = () => undefined;
    port.accept();
    expect(types()).to.deep.equal([]);
    expect(port.isRingingHere).to.equal(true);
  });

  it('tells each step of a call', () => {
    const { events } = createListened('OUTGOING');
    call.parameters['CallSid'] = 'CA2';
    call.emit('ringing', true);
    call.emit('accept', call);
    call.emit('warning', 'high-rtt', {});
    call.emit('warning-cleared', 'high-rtt');
    call.emit('disconnect', call);
    const parameters = { From: '+14155550100', To: 'client:alice', CallSid: 'CA2' };
    expect(events).to.deep.equal([
      { type: 'ringing', parameters },
      { type: 'accept', parameters },
      { type: 'warning', name: 'high-rtt' },
      { type: 'warning-cleared', name: 'high-rtt' },
      { type: 'disconnect' },
    ]);
  });

  it('does not say that an incoming call rings elsewhere: `ringing` reaches every call', () => {
    const { types } = createListened();
    call.emit('ringing', false);
    expect(types()).to.deep.equal([]);
  });

  for (const ending of ['cancel', 'reject', 'disconnect'] as const) {
    it(`ends once, by ${ending}, and then only an error is told`, () => {
      const { types } = createListened();
      call.emit(ending);
      for (const event of ['disconnect', 'cancel', 'accept', 'ringing', 'reconnected', 'warning', 'mute']) {
        call.emit(event);
      }
      call.emit('error', { code: 31401 });
      expect(types()).to.deep.equal([ending, 'error']);
      expect(ended).to.equal(1);
    });
  }

  it('takes no command any more after the end', () => {
    const { port } = createListened();
    call.emit('cancel');
    port.accept();
    port.reject();
    port.ignore();
    port.disconnect();
    port.mute(true);
    port.sendDigits('1');
    expect(call.commands).to.deep.equal([]);
  });

  it('hands every command to the SDK', () => {
    const { port } = createListened();
    port.mute(true);
    port.sendDigits('1');
    port.disconnect();
    port.reject();
    expect(call.commands).to.deep.equal(['mute(true)', 'sendDigits(1)', 'disconnect', 'reject']);
  });

  it('lets digits wait for those before them, and forgets them when the call ends', () => {
    const { port } = createListened();
    port.sendDigits('1');
    port.sendDigits('2w3');
    expect(call.commands).to.deep.equal(['sendDigits(1)']);
    clock.tick(1_000);
    expect(call.commands).to.deep.equal(['sendDigits(1)', 'sendDigits(2)']);
    call.emit('disconnect');
    clock.tick(10_000);
    expect(call.commands).to.deep.equal(['sendDigits(1)', 'sendDigits(2)']);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('tells an error when a command throws, and never throws', () => {
    const { port, events } = createListened();
    call.failure = Object.assign(new Error('Illegal character passed into sendDigits'), {
      name: 'InvalidArgumentError',
    });
    port.sendDigits('x');
    expect(events).to.have.length(1);
    expect(events[0]).to.have.nested.property('error.code', 'invalid-argument');
  });

  it('gets the page’s audio when it is answered, and holds by it', () => {
    const { port, events } = createListened();
    expect(port.isHoldAvailable).to.equal(true);
    expect(audio.wishes).to.deep.equal([]);
    port.accept();
    expect(audio.wishes).to.deep.equal(['mute(false)', 'hold(false)']);
    port.hold(true);
    expect(events.at(-1)).to.deep.equal({ type: 'hold', isOnHold: true });
  });

  it('gets the page’s audio at once when it is placed here', () => {
    createListened('OUTGOING');
    expect(audio.wishes).to.deep.equal(['mute(false)', 'hold(false)']);
  });

  it('leaves the microphone closed at its end', () => {
    const { port } = createListened();
    port.accept();
    call.emit('disconnect');
    expect(audio.isMuted).to.equal(true);
  });

  describe('when the signalling is lost', () => {
    it('ends a call that rings here, although the SDK says that it reconnects', async () => {
      const { types } = createListened();
      call.emit('transportClose');
      call.state = 'reconnecting';
      call.emit('reconnecting', { code: 53001 });
      await Promise.resolve();
      expect(types()).to.deep.equal(['transportClose']);
      expect(call.commands).to.deep.equal(['disconnect']);
    });

    it('ends a call that has no way back', async () => {
      const { types } = createListened('OUTGOING');
      let isClosed = false;
      Object.assign(call, { _mediaHandler: { close: () => (isClosed = true) } });
      call.emit('transportClose');
      call.state = 'closed';
      await Promise.resolve();
      expect(types()).to.deep.equal(['transportClose']);
      expect(isClosed).to.equal(true);
    });

    it('ends it even if the SDK no longer has what it is cleaned up with', async () => {
      const { types } = createListened('OUTGOING');
      call.emit('transportClose');
      call.state = 'closed';
      await Promise.resolve();
      expect(types()).to.deep.equal(['transportClose']);
    });

    it('goes on with a call that has, and says so once, however many attempts fail', async () => {
      const { events, types } = createListened('OUTGOING');
      for (let attempt = 0; attempt < 3; attempt += 1) {
        call.emit('transportClose');
        call.state = 'reconnecting';
        call.emit('reconnecting', { code: 53001 });
        await Promise.resolve();
      }
      call.emit('reconnected');
      expect(types()).to.deep.equal(['reconnecting', 'reconnected']);
      expect(events[0]).to.have.nested.property('error.code', 'connection-failed');
      call.emit('reconnecting', { code: 53405 });
      expect(events.at(-1)).to.have.nested.property('error.code', 'media-failed');
    });
  });

  describe('when another call is placed', () => {
    it('ends, if the SDK has ignored it', () => {
      const { port, types } = createListened();
      call.state = 'closed';
      port.noticeIgnored();
      expect(types()).to.deep.equal(['ignore']);
    });

    it('rings on, if it has not', () => {
      const { port, types } = createListened();
      port.noticeIgnored();
      expect(types()).to.deep.equal([]);
    });
  });

  describe('and the microphone', () => {
    for (const code of [31401, 31402]) {
      it(`says itself why it did not open (${code})`, () => {
        const { events } = createListened();
        microphone.failure = new PhoneError('microphone-busy', 'used elsewhere');
        call.emit('disconnect');
        call.emit('error', { code });
        expect(events.at(-1)).to.have.nested.property('error.code', 'microphone-busy');
      });
    }

    it('is not blamed for anything else', () => {
      const { events } = createListened();
      microphone.failure = new PhoneError('microphone-busy', 'used elsewhere');
      call.emit('error', { code: 31486 });
      expect(events.at(-1)).to.have.nested.property('error.code', 'callee-busy');
    });
  });
});

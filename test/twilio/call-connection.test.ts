import { expect } from '@open-wc/testing';
import type { CallPortEvent } from '../../src/core/ports.js';
import { CallConnection, FIRST_PATH_WITHIN_IN_MILLISECONDS } from '../../src/twilio/call-connection.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeSdkCall, sdkSample } from './support/fake-sdk-call.js';

describe('the connection of a call', () => {
  let clock = new FakeClock();
  let call = new FakeSdkCall();
  let told: CallPortEvent[] = [];
  let isRingingHere = false;

  function watch(iceConnectionState?: RTCIceConnectionState): CallConnection {
    setState(iceConnectionState);
    call.state = 'open';
    return new CallConnection(call, {
      clock,
      isRingingHere: () => isRingingHere,
      tell: (event) => told.push(event),
    });
  }

  function setState(iceConnectionState?: RTCIceConnectionState): void {
    const version = iceConnectionState && { pc: { iceConnectionState } };
    Object.assign(call, { _mediaHandler: { version } });
  }

  const types = () => told.map(({ type }) => type);

  beforeEach(() => {
    clock = new FakeClock();
    call = new FakeSdkCall();
    told = [];
    isRingingHere = false;
  });

  describe('fault 33: that is never had', () => {
    for (const state of ['new', 'checking'] as const) {
      it(`is told eight seconds after the answer: ${state}`, () => {
        watch(state);
        call.emit('accept', call);
        clock.tick(FIRST_PATH_WITHIN_IN_MILLISECONDS - 1);
        expect(told).to.deep.equal([]);
        clock.tick(1);
        expect(types()).to.deep.equal(['reconnecting']);
        expect(told[0]).to.have.nested.property('error.code', 'media-failed');
        expect(told[0]).to.have.nested.property('error.recoverable', true);
      });
    }

    it('is told once, though the SDK notices it later', () => {
      watch('checking');
      call.emit('accept', call);
      clock.tick(FIRST_PATH_WITHIN_IN_MILLISECONDS);
      call.state = 'reconnecting';
      call.emit('reconnecting', { code: 53405 });
      expect(types()).to.deep.equal(['reconnecting']);
      call.emit('reconnected');
      expect(types()).to.deep.equal(['reconnecting', 'reconnected']);
    });

    it('is had after all as soon as a packet comes, of which the SDK says nothing', () => {
      watch('checking');
      call.emit('accept', call);
      clock.tick(FIRST_PATH_WITHIN_IN_MILLISECONDS);
      call.emit('sample', { ...sdkSample, packetsReceived: 0 });
      expect(types()).to.deep.equal(['reconnecting']);
      call.emit('sample', sdkSample);
      call.emit('sample', sdkSample);
      expect(types()).to.deep.equal(['reconnecting', 'reconnected']);
    });

    it('is not believed back by a packet while the SDK itself reconnects', () => {
      watch('checking');
      call.state = 'reconnecting';
      call.emit('reconnecting', { code: 53001 });
      call.emit('sample', sdkSample);
      expect(types()).to.deep.equal(['reconnecting']);
    });

    it('is not missed any more when the call is over', () => {
      const connection = watch('checking');
      call.emit('accept', call);
      connection.stop();
      expect(clock.pendingTimers).to.equal(0);
    });
  });

  for (const state of ['connected', 'completed', 'disconnected', 'failed', 'closed', undefined] as const) {
    it(`is left to the SDK where it is ${state ?? 'not to be seen'}`, () => {
      watch(state);
      call.emit('accept', call);
      clock.tick(60_000);
      expect(told).to.deep.equal([]);
    });
  }

  it('is of no interest while the call rings here', () => {
    watch('checking');
    isRingingHere = true;
    call.emit('reconnecting', { code: 53001 });
    expect(told).to.deep.equal([]);
  });

  it('is lost without a reason where the SDK gives none', () => {
    watch('connected');
    call.emit('reconnecting');
    expect(told).to.deep.equal([{ type: 'reconnecting', error: null }]);
  });
});

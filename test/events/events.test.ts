import { expect } from '@open-wc/testing';
import { createFactEvent } from '../../src/events/create-fact-event.js';
import * as callEvents from '../../src/events/call-events.js';
import * as deviceEvents from '../../src/events/device-events.js';
import * as requests from '../../src/events/request-events.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallFactType, DeviceFactType } from '../../src/core/phone-fact.js';
import { callRecord } from '../support/call-records.js';
import { callState, deviceState } from '../support/states.js';

const deviceFacts: readonly [DeviceFactType, new (...args: never[]) => Event][] = [
  ['device-registering', deviceEvents.DeviceRegisteringEvent],
  ['device-registered', deviceEvents.DeviceRegisteredEvent],
  ['device-unregistered', deviceEvents.DeviceUnregisteredEvent],
  ['device-destroyed', deviceEvents.DeviceDestroyedEvent],
  ['device-token-will-expire', deviceEvents.DeviceTokenWillExpireEvent],
  ['device-auth-required', deviceEvents.DeviceAuthRequiredEvent],
  ['device-error', deviceEvents.DeviceErrorEvent],
];

const callFacts: readonly [CallFactType, new (...args: never[]) => Event][] = [
  ['call-incoming', callEvents.CallIncomingEvent],
  ['call-connecting', callEvents.CallConnectingEvent],
  ['call-ringing', callEvents.CallRingingEvent],
  ['call-accept', callEvents.CallAcceptEvent],
  ['call-reconnecting', callEvents.CallReconnectingEvent],
  ['call-reconnected', callEvents.CallReconnectedEvent],
  ['call-mute', callEvents.CallMuteEvent],
  ['call-hold', callEvents.CallHoldEvent],
  ['call-warning', callEvents.CallWarningEvent],
  ['call-warning-cleared', callEvents.CallWarningClearedEvent],
  ['call-error', callEvents.CallErrorEvent],
  ['call-cancel', callEvents.CallCancelEvent],
  ['call-reject', callEvents.CallRejectEvent],
  ['call-ignore', callEvents.CallIgnoreEvent],
  ['call-disconnect', callEvents.CallDisconnectEvent],
  ['call-transport-close', callEvents.CallTransportCloseEvent],
  ['call-feedback', callEvents.CallFeedbackEvent],
];

describe('facts on the DOM', () => {
  for (const [type, eventClass] of deviceFacts) {
    it(`${type} carries the connection, bubbles, crosses shadow roots and cannot be prevented`, () => {
      const device = deviceState();
      const event = createFactEvent({ type, device, error: null });
      expect(event).to.be.instanceOf(eventClass);
      expect(event).to.include({ type, device, bubbles: true, composed: true, cancelable: false });
    });
  }

  for (const [type, eventClass] of callFacts) {
    it(`${type} carries the call, bubbles, crosses shadow roots and cannot be prevented`, () => {
      const call = callState();
      const event = createFactEvent({ type, call });
      expect(event).to.be.instanceOf(eventClass);
      expect(event).to.include({ type, call, bubbles: true, composed: true, cancelable: false });
    });
  }

  it('call-log carries the record, bubbles, crosses shadow roots and cannot be prevented', () => {
    const record = callRecord();
    const event = createFactEvent({ type: 'call-log', record });
    expect(event).to.be.instanceOf(callEvents.CallLogEvent);
    expect(event).to.include({ type: 'call-log', record, bubbles: true, composed: true, cancelable: false });
  });

  it('an error of the connection goes along', () => {
    const error = new PhoneError('sign-in-required', 'The token endpoint said 401.');
    for (const type of ['device-error', 'device-auth-required'] as const) {
      expect(createFactEvent({ type, device: deviceState(), error })).to.include({ error });
    }
  });
});

describe('requests on the DOM', () => {
  const call = callState();
  const all: readonly [requests.RequestType, requests.RequestEvent][] = [
    ['call-answer-request', new requests.CallAnswerRequestEvent(call)],
    ['call-reject-request', new requests.CallRejectRequestEvent(call)],
    ['call-end-request', new requests.CallEndRequestEvent(call)],
    ['call-mute-request', new requests.CallMuteRequestEvent(call)],
    ['call-hold-request', new requests.CallHoldRequestEvent(call)],
    ['call-digits-request', new requests.CallDigitsRequestEvent(call, '1#')],
    ['device-sign-in-request', new requests.DeviceSignInRequestEvent()],
    ['call-make-request', new requests.CallMakeRequestEvent('+14155550100')],
  ];

  for (const [type, event] of all) {
    it(`${type} bubbles, crosses shadow roots and can be prevented`, () => {
      expect(event).to.include({ type, bubbles: true, composed: true, cancelable: true });
    });
  }

  it('they carry what was asked for', () => {
    expect(new requests.CallAnswerRequestEvent(call).call).to.equal(call);
    expect(new requests.CallDigitsRequestEvent(null, '1#')).to.include({ call: null, digits: '1#' });
    const make = new requests.CallMakeRequestEvent('+14155550100', { ticket: '7' });
    expect(make).to.include({ phoneNumber: '+14155550100' });
    expect(make.parameters).to.deep.equal({ ticket: '7' });
    expect(Object.isFrozen(make.parameters)).to.equal(true);
  });
});

describe('the types of events', () => {
  it('a listener knows what its event carries', () => {
    document.addEventListener('call-incoming', (event) => event.call.from.toUpperCase());
    document.createElement('div').addEventListener('device-error', (event) => event.error?.code);
    window.addEventListener('call-make-request', (event) => event.phoneNumber.trim());
    // @ts-expect-error A fact about a call says nothing of the connection.
    document.addEventListener('call-incoming', (event) => String(event.device));
    // @ts-expect-error What an event carries cannot be put in another's place.
    document.addEventListener('call-mute', (event) => (event.call = callState()));
    // @ts-expect-error A call in an event cannot be changed.
    document.addEventListener('call-mute', (event) => (event.call.isMuted = false));
    expect(true).to.equal(true);
  });
});

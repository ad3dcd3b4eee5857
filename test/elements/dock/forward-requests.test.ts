import { expect } from '@open-wc/testing';
import { forwardRequests } from '../../../src/elements/dock/forward-requests.js';
import * as requests from '../../../src/events/request-events.js';
import { callState } from '../../support/states.js';

const call = callState();

/** One of each, as elements dispatch it. */
const all: readonly requests.RequestEvent[] = [
  new requests.CallAnswerRequestEvent(call),
  new requests.CallRejectRequestEvent(call),
  new requests.CallEndRequestEvent(call),
  new requests.CallMuteRequestEvent(call),
  new requests.CallHoldRequestEvent(call),
  new requests.CallDigitsRequestEvent(call, '1#'),
  new requests.CallMakeRequestEvent('+14155550100', { ticket: '7' }),
  new requests.DeviceSignInRequestEvent(),
];

/** What a request says of its own, by name. */
function saidBy(request: Event): object {
  const own = Object.entries(request).filter(([name]) => name !== 'isTrusted');
  return { type: request.type, kind: request.constructor.name, ...Object.fromEntries(own) };
}

describe('forwardRequests', () => {
  let from: HTMLElement;
  let to: HTMLElement;
  let listening: AbortController;

  beforeEach(() => {
    [from, to] = [document.createElement('div'), document.createElement('div')];
    document.body.append(from, to);
    listening = new AbortController();
    forwardRequests(from, to);
  });
  afterEach(() => {
    listening.abort();
    from.remove();
    to.remove();
  });

  function listen(type: string, listener: (event: Event) => void): void {
    document.addEventListener(type, listener, { signal: listening.signal });
  }

  it('is tested with each request that there is', () => {
    const classes = Object.values(requests).filter((value) => typeof value === 'function');
    const isConcrete = (one: unknown) => one !== requests.RequestEvent && one !== requests.CallRequestEvent;
    expect(all.map(({ constructor }) => constructor)).to.have.members(classes.filter(isConcrete));
    expect(all.map(({ type }) => type)).to.have.members([...requests.requestTypes]);
  });

  for (const request of all) {
    const { type } = request;

    it(`asks ${type} once, from the other place, with all that it says`, () => {
      const outside: Event[] = [];
      listen(type, (event) => outside.push(event));
      expect(from.dispatchEvent(request.copy())).to.equal(true);
      expect(outside.map(({ target }) => target)).to.deep.equal([to]);
      expect(outside.map(saidBy)).to.deep.equal([saidBy(request)]);
    });

    it(`brings back that the page refused ${type}`, () => {
      listen(type, (event) => event.preventDefault());
      expect(from.dispatchEvent(request.copy())).to.equal(false);
    });
  }
});

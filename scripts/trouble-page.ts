/** The page of `npm run screenshots` that shows every error: the element, with a phone that does nothing else. */
import '../src/define/phone-trouble.js';
import type { CallController } from '../src/core/call-controller.js';
import { isAboutConfiguration } from '../src/core/configuration-trouble.js';
import { PhoneError } from '../src/core/phone-error.js';
import type { PhoneErrorCode } from '../src/core/phone-error.js';
import type { CallState, PhoneState } from '../src/core/phone-state.js';
import { PhoneTrouble } from '../src/elements/phone-trouble.js';

// The codes come from docs/errors.md, so that none is forgotten.
const { codes = [] } = globalThis as { codes?: readonly PhoneErrorCode[] };
const callCodes = /^(?:call|media|application|webhook)/;

PhoneTrouble.schedule = (_delay, callback) => {
  callback();
  return () => undefined;
};
document.body.append(...codes.map(show));

function show(code: PhoneErrorCode): Element {
  const box = document.createElement('section');
  const element = document.createElement('phone-trouble');
  element.controller = phoneWith(code);
  if (code === 'sign-in-required') element.setAttribute('sign-in-url', '/login');
  box.append(element);
  return box;
}

/** A phone that has met the error: in its last call, where it is a call's. */
function phoneWith(code: PhoneErrorCode): CallController {
  const error = new PhoneError(code, 'The developer’s words about it.', { recoverable: false });
  const isConfigured = !isAboutConfiguration(error, { identity: 'alice' });
  const device = { status: 'unregistered', isWanted: true, isConfigured, pending: [], error };
  const party = { direction: 'OUTGOING', from: 'client:alice', to: '+12025550101' };
  const lastCall = { id: 'last', status: 'closed', openedAt: null, ...party, error } as unknown;
  const isOfCall = callCodes.test(code);
  const state = {
    device: isOfCall ? { ...device, error: null } : device,
    calls: [],
    lastCall: isOfCall ? (lastCall as CallState) : null,
  } as unknown as PhoneState;
  return {
    getState: () => state,
    subscribe(listener: (state: PhoneState) => void) {
      listener(state);
      return () => undefined;
    },
    can: () => true,
  } as unknown as CallController;
}

import { expect } from '@open-wc/testing';
import { ignoreCall } from '../../src/twilio/ignore-call.js';
import { FakeSdkCall } from './support/fake-sdk-call.js';

describe('a call that is ignored', () => {
  it('lets go of the signalling and of its sound, once it is ignored', () => {
    const told: string[] = [];
    const call = Object.assign(new FakeSdkCall(), {
      _cleanupEventListeners: () => told.push(`signalling while ${call.status()}`),
      _mediaHandler: { close: () => told.push('sound') },
    });
    ignoreCall(call);
    expect(call.commands).to.deep.equal(['ignore']);
    expect(told).to.deep.equal(['signalling while closed', 'sound']);
  });

  it('is ignored also where the SDK has no such doors', () => {
    const call = new FakeSdkCall();
    ignoreCall(call);
    expect(call.commands).to.deep.equal(['ignore']);
  });
});

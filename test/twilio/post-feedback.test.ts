import { expect } from '@open-wc/testing';
import { isPhoneError } from '../../src/core/phone-error.js';
import { postFeedback } from '../../src/twilio/post-feedback.js';
import { FakeSdkCall } from './support/fake-sdk-call.js';

/** The SDK's publisher, as far as it is listened to. */
class FakePublisher {
  readonly listeners = new Set<(error: unknown) => void>();

  on(_event: 'error', listener: (error: unknown) => void): void {
    this.listeners.add(listener);
  }

  removeListener(_event: 'error', listener: (error: unknown) => void): void {
    this.listeners.delete(listener);
  }

  fail(): void {
    for (const listener of this.listeners) listener(new Error('offline'));
  }
}

class PublishingCall extends FakeSdkCall {
  readonly _publisher = new FakePublisher();
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return isPhoneError(error) ? error.code : String(error);
}

describe('feedback to Twilio', () => {
  it('goes by the SDK’s own call', async () => {
    const call = new PublishingCall();
    await postFeedback(call, { score: 2, issue: 'echo' });
    await postFeedback(call, { score: 5, issue: null });
    expect(call.commands).to.deep.equal(['postFeedback(2, echo)', 'postFeedback(5, undefined)']);
  });

  it('that the SDK failed to post is not called a success', async () => {
    const call = new PublishingCall();
    call.postFeedback = () => {
      call._publisher.fail();
      return Promise.resolve();
    };
    expect(await codeOf(postFeedback(call, { score: 5, issue: null }))).to.equal('feedback-failed');
  });

  it('that the SDK refuses is an error of ours', async () => {
    const call = new PublishingCall();
    call.failure = new Error('refused');
    expect(await codeOf(postFeedback(call, { score: 5, issue: null }))).to.equal('feedback-failed');
  });

  it('leaves no listener behind', async () => {
    const call = new PublishingCall();
    await postFeedback(call, { score: 5, issue: null });
    expect(call._publisher.listeners.size).to.equal(0);
  });

  it('is posted also where the SDK hides how it went', async () => {
    const call = new FakeSdkCall();
    await postFeedback(call, { score: 4, issue: null });
    expect(call.commands).to.deep.equal(['postFeedback(4, undefined)']);
  });
});

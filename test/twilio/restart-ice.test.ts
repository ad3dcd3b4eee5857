import { expect } from '@open-wc/testing';
import { restartIce } from '../../src/twilio/restart-ice.js';
import type { VoiceSdkCall } from '../../src/twilio/voice-sdk.js';

/** How often a call in this state was sent to look for another path. */
function restartsOf(status: string, iceConnectionState: RTCIceConnectionState): number {
  let restarts = 0;
  const _mediaHandler = { version: { pc: { iceConnectionState } }, iceRestart: () => (restarts += 1) };
  restartIce({ status: () => status, _mediaHandler } as unknown as VoiceSdkCall);
  return restarts;
}

describe('another path for the sound of a call', () => {
  for (const state of ['connected', 'completed', 'disconnected'] as const) {
    it(`is looked for where there was one: ${state}`, () => {
      expect(restartsOf('open', state)).to.equal(1);
    });
  }

  for (const state of ['new', 'checking', 'failed', 'closed'] as const) {
    it(`is left to the SDK where it looks for one, or for none any more: ${state}`, () => {
      expect(restartsOf('open', state)).to.equal(0);
    });
  }

  it('is left to the SDK while it reconnects', () => {
    expect(restartsOf('reconnecting', 'connected')).to.equal(0);
  });

  it('is not looked for in an SDK that has no such door', () => {
    expect(() => restartIce({ status: () => 'open' } as unknown as VoiceSdkCall)).not.to.throw();
  });
});

import { expect } from '@open-wc/testing';
import { findMissing, isMicrophoneAllowed, lookAtPage } from '../../src/browser/page-findings.js';

describe('the page, as a check looks at it', () => {
  it('has all that calls need, in this browser', () => {
    expect(findMissing()).to.deep.equal([]);
  });

  it('is told what it lacks, by the web’s own names', () => {
    const { AudioContext, MediaStream, WebSocket } = globalThis;
    expect(findMissing({ AudioContext, MediaStream, WebSocket })).to.deep.equal([
      'RTCPeerConnection',
      'RTCRtpSender.prototype.replaceTrack',
    ]);
  });

  it('is secure and may use the microphone', () => {
    expect(lookAtPage()).to.deep.include({ isSecure: true, isMicrophoneAllowed: true });
  });

  it('may use it unless a policy says otherwise', () => {
    const asked: string[] = [];
    const allowsFeature = (feature: string) => {
      asked.push(feature);
      return false;
    };
    expect(isMicrophoneAllowed({ featurePolicy: { allowsFeature } })).to.equal(false);
    expect(asked).to.deep.equal(['microphone']);
    expect(isMicrophoneAllowed({})).to.equal(true);
  });
});

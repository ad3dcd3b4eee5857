import { expect } from '@open-wc/testing';
import type { CallQualitySummary } from '../../../src/core/call-quality.js';
import { PhoneError } from '../../../src/core/phone-error.js';
import { feedbackOf, suggestIssue } from '../../../src/elements/quality/suggest-feedback.js';
import { qualitySummary } from '../../support/samples.js';
import { callState } from '../../support/states.js';

const issueOf = (quality: Partial<CallQualitySummary>) =>
  suggestIssue(callState({ status: 'closed', closedBy: 'disconnect', quality: qualitySummary(quality) }));

describe('what was measured of a call', () => {
  for (const [warning, issue] of [
    ['no-sound-received', 'one-way-audio'],
    ['no-sound-sent', 'one-way-audio'],
    ['low-bytes-received', 'one-way-audio'],
    ['low-bytes-sent', 'one-way-audio'],
    ['microphone-lost', 'one-way-audio'],
    ['high-packet-loss', 'choppy-audio'],
    ['high-packets-lost-fraction', 'choppy-audio'],
    ['low-mos', 'choppy-audio'],
    ['high-jitter', 'choppy-audio'],
    ['high-rtt', 'audio-latency'],
    ['long-silence', null],
    ['constant-audio-input-level', null],
  ] as const) {
    it(`proposes ${issue ?? 'nothing'} for ${warning}`, () => {
      expect(issueOf({ warnings: [warning] })).to.equal(issue);
    });
  }

  it('proposes nothing when all was well, and for a call of which nothing is known', () => {
    expect(issueOf({})).to.equal(null);
    expect(issueOf({ mos: null, roundTripTimeInMilliseconds: null })).to.equal(null);
    expect(suggestIssue(callState({ closedBy: 'disconnect' }))).to.equal(null);
  });

  it('counts a whole call that was bad without a warning', () => {
    expect(issueOf({ packetLossFraction: 0.05 })).to.equal('choppy-audio');
    expect(issueOf({ mos: { average: 3.2, worst: 3 } })).to.equal('choppy-audio');
    expect(issueOf({ roundTripTimeInMilliseconds: { average: 450, worst: 600 } })).to.equal('audio-latency');
  });

  it('names the worst where there is more than one', () => {
    expect(issueOf({ warnings: ['high-rtt', 'high-jitter', 'no-sound-sent'] })).to.equal('one-way-audio');
    expect(issueOf({ warnings: ['high-rtt', 'high-jitter'] })).to.equal('choppy-audio');
  });

  it('is first of all that the connection was lost', () => {
    const quality = qualitySummary({ warnings: ['no-sound-received'] });
    const failure = new PhoneError('media-failed', 'The media failed.');
    expect(suggestIssue(callState({ closedBy: 'transportClose', quality }))).to.equal('dropped-call');
    expect(suggestIssue(callState({ closedBy: 'disconnect', error: failure, quality }))).to.equal(
      'dropped-call',
    );
  });
});

describe('an answer', () => {
  it('has a score that follows from what was wrong', () => {
    const scores = {
      'dropped-call': 1,
      'one-way-audio': 1,
      'choppy-audio': 2,
      'audio-latency': 2,
      'noisy-call': 3,
      echo: 3,
    } as const;
    for (const issue of Object.keys(scores) as (keyof typeof scores)[]) {
      expect(feedbackOf(issue)).to.deep.equal({ score: scores[issue], issue });
    }
    expect(feedbackOf(null)).to.deep.equal({ score: 5, issue: null });
  });
});

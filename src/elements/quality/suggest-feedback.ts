/** What a person would say of a call, as far as it was measured. */
import type { CallFeedback, CallFeedbackIssue, CallFeedbackScore } from '../../core/call-feedback.js';
import type { CallQualitySummary } from '../../core/call-quality.js';
import type { CallState } from '../../core/phone-state.js';

const oneWay = [
  'no-sound-received',
  'no-sound-sent',
  'low-bytes-received',
  'low-bytes-sent',
  'microphone-lost',
];
const choppy = ['high-packet-loss', 'high-packets-lost-fraction', 'low-mos', 'high-jitter'];
const late = ['high-rtt'];

/** Over a whole call; what lasted for some seconds only is in the warnings. */
const CHOPPY_FROM_LOSS_FRACTION = 0.02;
const CHOPPY_BELOW_SCORE = 3.5;
const LATE_FROM_MILLISECONDS = 400;

/** The issue that was measured, the worst first; null when nothing was wrong. */
export function suggestIssue({ quality, closedBy, error }: CallState): CallFeedbackIssue | null {
  if (closedBy === 'transportClose' || error?.code === 'media-failed') return 'dropped-call';
  if (!quality) return null;
  const { warnings } = quality;
  const has = (names: readonly string[]) => names.some((name) => warnings.includes(name));
  if (has(oneWay)) return 'one-way-audio';
  if (has(choppy) || isChoppy(quality)) return 'choppy-audio';
  return has(late) || isLate(quality) ? 'audio-latency' : null;
}

const scores: Readonly<Record<CallFeedbackIssue, CallFeedbackScore>> = {
  'dropped-call': 1,
  'one-way-audio': 1,
  'choppy-audio': 2,
  'audio-latency': 2,
  'noisy-call': 3,
  echo: 3,
};

/** The answer that stands behind a button. Nobody is asked for a number: it follows from what was wrong. */
export function feedbackOf(issue: CallFeedbackIssue | null): CallFeedback {
  return { score: issue ? scores[issue] : 5, issue };
}

function isChoppy({ packetLossFraction, mos }: CallQualitySummary): boolean {
  return (
    packetLossFraction >= CHOPPY_FROM_LOSS_FRACTION || (mos !== null && mos.average < CHOPPY_BELOW_SCORE)
  );
}

function isLate({ roundTripTimeInMilliseconds }: CallQualitySummary): boolean {
  return (roundTripTimeInMilliseconds?.average ?? 0) >= LATE_FROM_MILLISECONDS;
}

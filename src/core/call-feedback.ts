/** What a person says of a call that is over. Scores and issues are Twilio's (`Call.FeedbackScore`, `FeedbackIssue`). */

export type CallFeedbackScore = 1 | 2 | 3 | 4 | 5;

export const callFeedbackIssues = [
  'dropped-call',
  'audio-latency',
  'one-way-audio',
  'choppy-audio',
  'noisy-call',
  'echo',
] as const;

export type CallFeedbackIssue = (typeof callFeedbackIssues)[number];

/** One person's word, frozen. */
export interface CallFeedback {
  /** 1 is the worst, 5 the best. */
  readonly score: CallFeedbackScore;
  /** What was wrong, or null when nothing was. */
  readonly issue: CallFeedbackIssue | null;
}

/** The same, as it may come from a page without types: frozen, or null when it is none. */
export function readCallFeedback(value: {
  readonly score: number;
  readonly issue?: string | null;
}): CallFeedback | null {
  const score = ([1, 2, 3, 4, 5] as const).find((known) => known === value.score);
  const issue = callFeedbackIssues.find((known) => known === value.issue) ?? null;
  const isIssueKnown = issue !== null || (value.issue ?? null) === null;
  return score && isIssueKnown ? Object.freeze({ score, issue }) : null;
}

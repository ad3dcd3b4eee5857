import type { CallOutcome, CallRecord } from '../../core/call-record.js';
import { outcomeTexts } from './history-texts.js';

/** How a call ended, in words. */
export function describeOutcome({ direction, outcome, wasMissed }: CallRecord): string {
  if (wasMissed) return missedWords[outcome]?.() ?? outcomeTexts.missed();
  return (direction === 'INCOMING' ? incomingWords : outgoingWords)[outcome]?.() ?? outcomeTexts.failed();
}

type Words = Readonly<Partial<Record<CallOutcome, () => string>>>;

const missedWords: Words = { busy: outcomeTexts.missedWhileBusy, lost: outcomeTexts.missedByLoss };

const incomingWords: Words = {
  answered: outcomeTexts.incoming,
  declined: outcomeTexts.declinedHere,
  ignored: outcomeTexts.ignored,
  canceled: outcomeTexts.canceled,
  lost: outcomeTexts.lost,
};

const outgoingWords: Words = {
  answered: outcomeTexts.outgoing,
  declined: outcomeTexts.declinedThere,
  canceled: outcomeTexts.canceled,
  busy: outcomeTexts.busy,
  'no-answer': outcomeTexts.noAnswer,
  unavailable: outcomeTexts.unavailable,
  lost: outcomeTexts.lost,
};

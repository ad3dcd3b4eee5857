/** Does the phone's log tell what happened? */
import type { CallRecord } from '../../src/core/call-record.js';
import type { SeenCall } from './soak-calls.js';

/** Two clocks measure: ours and the page's, which is coarse. */
const CLOCK_TOLERANCE_IN_MILLISECONDS = 20;

/** What differs between a call and its record, in words; nothing when all is as it should be. */
export function differences(call: SeenCall, record: CallRecord | undefined): readonly string[] {
  if (!record) return [`${call.kind} ${call.callSid} is not in the log`];
  const number = call.direction === 'INCOMING' ? record.from : record.to;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['CallSid', call.callSid, record.callSid],
    ['direction', call.direction, record.direction],
    ['number', call.number, number],
    ['ending', call.outcome, record.outcome],
    ['ended here', call.wasEndedHere, record.wasEndedHere],
    ['missed', call.outcome === 'missed', record.wasMissed],
    ['was open', call.outcome === 'answered', record.openedAt !== null],
    ['was muted', call.outcome === 'answered' && call.talk === 'mute', record.muteInMilliseconds > 0],
    ['was on hold', call.outcome === 'answered' && call.talk === 'hold', record.holdInMilliseconds > 0],
  ];
  const wrong = pairs
    .filter(([, expected, actual]) => expected !== actual)
    .map(([name, expected, actual]) => `${name} is ${String(actual)} and not ${String(expected)}`);
  return [...wrong, ...differencesOfTalk(call, record)];
}

function differencesOfTalk(call: SeenCall, { talkInMilliseconds: talk }: CallRecord): readonly string[] {
  const least = call.leastTalkInMilliseconds - CLOCK_TOLERANCE_IN_MILLISECONDS;
  const most = call.mostTalkInMilliseconds + CLOCK_TOLERANCE_IN_MILLISECONDS;
  if (call.outcome !== 'answered') return talk === 0 ? [] : [`the talk was ${talk} ms and not 0`];
  if (talk >= least && talk <= most) return [];
  return [`the talk was ${Math.round(talk)} ms and not between ${Math.round(least)} and ${Math.round(most)}`];
}

/** So many of them, each at most once, as chance wants it. */
export function pick<Item>(items: readonly Item[], count: number, random: () => number): readonly Item[] {
  const left = [...items];
  const picked: Item[] = [];
  while (picked.length < count && left.length > 0) {
    picked.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return picked;
}

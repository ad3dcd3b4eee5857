/** What a person is told of the warnings that stand in a call. */
import type { SoundLevel } from './sound-level.js';
import { qualityTexts as texts } from './quality-texts.js';

/** One thing to say. */
export interface DescribedWarning {
  readonly text: string;
  /** How good the sound can be at best while it stands; null where it says nothing of that. */
  readonly bestLevel: SoundLevel | null;
}

interface KnownWarning {
  readonly say: () => string;
  readonly bestLevel: SoundLevel | null;
}

/** By name, the worst first. Silence is no trouble: somebody listens, or has gone to look something up. */
const knownWarnings: ReadonlyMap<string, KnownWarning> = new Map([
  ['no-sound-received', { say: texts.nothingArrives, bestLevel: 'poor' }],
  ['low-bytes-received', { say: texts.nothingArrives, bestLevel: 'poor' }],
  ['microphone-lost', { say: texts.microphoneLost, bestLevel: 'poor' }],
  ['no-sound-sent', { say: texts.notHeard, bestLevel: 'poor' }],
  ['low-bytes-sent', { say: texts.notHeard, bestLevel: 'poor' }],
  ['ice-connectivity-lost', { say: texts.interrupted, bestLevel: 'poor' }],
  ['high-packet-loss', { say: texts.losesSound, bestLevel: 'poor' }],
  ['high-packets-lost-fraction', { say: texts.losesSound, bestLevel: 'poor' }],
  ['low-mos', { say: texts.weak, bestLevel: 'poor' }],
  ['high-jitter', { say: texts.uneven, bestLevel: 'fair' }],
  ['high-rtt', { say: texts.slow, bestLevel: 'fair' }],
  ['constant-audio-input-level', { say: texts.microphoneSilent, bestLevel: null }],
  ['long-silence', { say: texts.theySaidNothing, bestLevel: null }],
]);

/** A newer SDK may warn of what we do not know. It comes before what is only silence. */
const unknownWarning: KnownWarning = { say: texts.mayBeBad, bestLevel: 'fair' };

const worstFirst = [...knownWarnings.keys()];
const unknownRank = worstFirst.indexOf('high-rtt') + 0.5;

/** What there is to say, the worst first, and each thing once: two warnings may mean the same to a person. */
export function describeWarnings(names: readonly string[]): readonly DescribedWarning[] {
  const described = new Map<string, DescribedWarning>();
  for (const name of [...names].sort((one, other) => rankOf(one) - rankOf(other))) {
    const { say, bestLevel } = warningOf(name);
    const text = say();
    if (!described.has(text)) described.set(text, { text, bestLevel });
  }
  return [...described.values()];
}

const mendable = ['no-sound-received', 'low-bytes-received', 'no-sound-sent', 'low-bytes-sent'];

/** Whether another path through the network, or the microphone opened anew, may help. */
export function isSoundMendable(names: readonly string[]): boolean {
  return names.some((name) => mendable.includes(name));
}

function warningOf(name: string): KnownWarning {
  return knownWarnings.get(name) ?? unknownWarning;
}

function rankOf(name: string): number {
  const rank = worstFirst.indexOf(name);
  return rank < 0 ? unknownRank : rank;
}

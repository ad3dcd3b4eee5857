/**
 * The hold music as it is written: sixteen calm bars in D-flat major, ours, made for the telephone. Every note
 * is one of D-flat, E-flat, F, G-flat, A-flat, B-flat and C in equal temperament (A is 440 Hz), between 185 Hz
 * and 1109 Hz, so that what a far end hears can be told from a voice or a test tone by its frequency.
 */

/** One note. Times are in beats from the beginning. */
export interface Note {
  readonly beat: number;
  readonly lengthInBeats: number;
  readonly frequencyInHertz: number;
  /** From 0 (silent) to 1. */
  readonly loudness: number;
}

export const BEATS_A_MINUTE = 84;
const BEATS_A_BAR = 4;

/** A bar's harmony: its lowest note, and the four that are broken above it. MIDI's numbers. */
type Chord = readonly [bass: number, ...broken: number[]];

const tonic: Chord = [61, 65, 68, 72, 77];
const relative: Chord = [58, 65, 68, 73, 77];
const subdominant: Chord = [54, 66, 70, 73, 77];
const dominant: Chord = [56, 66, 68, 72, 75];
const mediant: Chord = [65, 68, 72, 75, 77];
const supertonic: Chord = [63, 66, 70, 73, 78];
const suspended: Chord = [56, 66, 68, 73, 75];

const bars: readonly Chord[] = [
  ...[tonic, relative, subdominant, dominant],
  ...[tonic, mediant, subdominant, dominant],
  ...[relative, mediant, subdominant, tonic],
  ...[supertonic, dominant, relative, suspended],
];

/** The chord's notes in the order in which they are broken, one each half beat. */
const breaking = [1, 2, 3, 4, 3, 2, 3, 2] as const;

/** The tune over it: beat, pitch and length in beats. It breathes at the end of each line. */
const tune: readonly (readonly [beat: number, pitch: number, length: number])[] = [
  ...([
    [0, 80, 3],
    [3, 77, 1],
    [4, 85, 3],
    [8, 82, 2],
    [10, 80, 2],
    [12, 75, 3],
  ] as const),
  ...([
    [16, 80, 3],
    [19, 82, 1],
    [20, 84, 3],
    [24, 82, 2],
    [26, 78, 2],
    [28, 80, 3],
  ] as const),
  ...([
    [32, 85, 3],
    [35, 84, 1],
    [36, 80, 3],
    [40, 78, 2],
    [42, 82, 2],
    [44, 80, 3],
  ] as const),
  ...([
    [48, 78, 3],
    [51, 75, 1],
    [52, 78, 3],
    [56, 77, 3],
    [60, 75, 3],
  ] as const),
];

/** How long it lasts before it begins again. */
export const LENGTH_IN_BEATS = bars.length * BEATS_A_BAR;

/** All notes, in no order that matters. */
export function writeHoldMusic(): readonly Note[] {
  return [...bars.flatMap(accompany), ...tune.map(([beat, pitch, length]) => note(beat, pitch, length, 0.6))];
}

function accompany([bass, ...broken]: Chord, bar: number): readonly Note[] {
  const start = bar * BEATS_A_BAR;
  const low = [0, 2.5].map((beat) => note(start + beat, bass, 2, 0.5));
  const high = breaking.map((place, index) => note(start + index / 2, broken[place - 1] ?? bass, 1, 0.35));
  return [...low, ...high];
}

function note(beat: number, pitch: number, lengthInBeats: number, loudness: number): Note {
  return { beat, lengthInBeats, frequencyInHertz: 440 * 2 ** ((pitch - 69) / 12), loudness };
}

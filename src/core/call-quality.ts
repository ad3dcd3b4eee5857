/** How good a call sounds: measured once a second, and summed up when the call is over. */

/** One second of a call, frozen. What could not be measured is null. */
export interface CallQuality {
  /** When it was measured: wall clock, milliseconds. */
  readonly at: number;
  /** How good people would find it, from 1 to 4.5 ("mean opinion score"): reckoned, nobody was asked. */
  readonly mos: number | null;
  readonly roundTripTimeInMilliseconds: number | null;
  readonly jitterInMilliseconds: number | null;
  /** Of what was sent to us in this second, how much never came: 0 to 1. */
  readonly packetLossFraction: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly packetsSent: number;
  /** How loud our own side is, 0 to 1. */
  readonly inputLevel: number;
  /** How loud the far end is, 0 to 1. */
  readonly outputLevel: number;
}

/** What a figure was on average, and when it was worst. */
export interface MeasuredFigure {
  readonly average: number;
  readonly worst: number;
}

/** A whole call, frozen. A figure that was never measured is null. */
export interface CallQualitySummary {
  /** For how many seconds the call was measured; 0 for one that was over at once. */
  readonly sampleCount: number;
  readonly mos: MeasuredFigure | null;
  readonly roundTripTimeInMilliseconds: MeasuredFigure | null;
  readonly jitterInMilliseconds: MeasuredFigure | null;
  /** Of everything that was sent to us, how much never came: 0 to 1. */
  readonly packetLossFraction: number;
  /** Names of all warnings that the call ever had, in the order in which each first came. */
  readonly warnings: readonly string[];
}

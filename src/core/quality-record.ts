import type { CallQuality, CallQualitySummary, MeasuredFigure } from './call-quality.js';
import { Listeners } from './listeners.js';
import type { Unsubscribe } from './ports.js';

/** How many seconds are kept to look back at; the summary is of the whole call. */
export const KEPT_SAMPLES = 120;

/** What was measured in one call: the last two minutes second by second, and the whole summed up. */
export class QualityRecord {
  #samples: readonly CallQuality[] = Object.freeze([]);
  #sampleCount = 0;
  #packetsExpected = 0;
  #packetsLost = 0;
  readonly #mos = new Figure(Math.min);
  readonly #roundTripTime = new Figure(Math.max);
  readonly #jitter = new Figure(Math.max);
  readonly #warnings = new Set<string>();
  readonly #listeners = new Listeners<readonly CallQuality[]>();

  /** A second has passed. */
  add(sample: CallQuality): void {
    this.#samples = Object.freeze([...this.#samples, sample].slice(-KEPT_SAMPLES));
    this.#sampleCount += 1;
    this.#packetsExpected += sample.packetsReceived + sample.packetsLost;
    this.#packetsLost += sample.packetsLost;
    this.#mos.add(sample.mos);
    this.#roundTripTime.add(sample.roundTripTimeInMilliseconds);
    this.#jitter.add(sample.jitterInMilliseconds);
    this.#listeners.emit(this.#samples);
  }

  noteWarning(name: string): void {
    this.#warnings.add(name);
  }

  /** The listener is called at once, and again each second, with the last two minutes, the oldest first. */
  watch(listener: (samples: readonly CallQuality[]) => void): Unsubscribe {
    const unsubscribe = this.#listeners.subscribe(listener);
    listener(this.#samples);
    return unsubscribe;
  }

  summarize(): CallQualitySummary {
    return Object.freeze({
      sampleCount: this.#sampleCount,
      mos: this.#mos.measured,
      roundTripTimeInMilliseconds: this.#roundTripTime.measured,
      jitterInMilliseconds: this.#jitter.measured,
      packetLossFraction:
        this.#packetsExpected > 0 ? Math.max(0, this.#packetsLost / this.#packetsExpected) : 0,
      warnings: Object.freeze([...this.#warnings]),
    });
  }
}

/** One figure over a whole call. */
class Figure {
  readonly #worse: (one: number, other: number) => number;
  #sum = 0;
  #count = 0;
  #worst: number | null = null;

  constructor(worse: (one: number, other: number) => number) {
    this.#worse = worse;
  }

  get measured(): MeasuredFigure | null {
    return this.#worst === null
      ? null
      : Object.freeze({ average: this.#sum / this.#count, worst: this.#worst });
  }

  add(value: number | null): void {
    if (value === null) return;
    this.#sum += value;
    this.#count += 1;
    this.#worst = this.#worst === null ? value : this.#worse(this.#worst, value);
  }
}

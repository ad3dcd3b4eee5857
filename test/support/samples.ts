import type { CallQuality, CallQualitySummary } from '../../src/core/call-quality.js';

/** One second of a call in which all is well, unless told otherwise. */
export function sample(change: Partial<CallQuality> = {}): CallQuality {
  return Object.freeze({
    at: 0,
    mos: 4.3,
    roundTripTimeInMilliseconds: 60,
    jitterInMilliseconds: 4,
    packetLossFraction: 0,
    packetsReceived: 50,
    packetsLost: 0,
    packetsSent: 50,
    inputLevel: 0.2,
    outputLevel: 0.2,
    ...change,
  });
}

/** So many seconds, one after the other, all alike. */
export function seconds(count: number, change: Partial<CallQuality> = {}, from = 0): CallQuality[] {
  return Array.from({ length: count }, (_, index) => sample({ ...change, at: from + index * 1_000 }));
}

/** A call in which all was well, unless told otherwise. */
export function qualitySummary(change: Partial<CallQualitySummary> = {}): CallQualitySummary {
  return Object.freeze({
    sampleCount: 60,
    mos: { average: 4.3, worst: 4.2 },
    roundTripTimeInMilliseconds: { average: 60, worst: 80 },
    jitterInMilliseconds: { average: 4, worst: 9 },
    packetLossFraction: 0,
    warnings: Object.freeze([]),
    ...change,
  });
}

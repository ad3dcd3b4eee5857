import type { ClockPort, Unsubscribe } from '../core/ports.js';

const TICK_IN_MILLISECONDS = 50;
/** 43 ms at 48 kHz: nothing between two ticks is missed by much. */
const ANALYSIS_LENGTH = 2048;
/** What counts as silence, in dBFS: a quiet room, not a dead line. */
const FLOOR_IN_DECIBELS = -60;

/** How loud a person would call a root mean square: 0 for silence, 1 for as loud as it gets. */
export function perceivedLevel(rootMeanSquare: number): number {
  if (!(rootMeanSquare > 0)) return 0;
  const decibels = 20 * Math.log10(rootMeanSquare);
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_IN_DECIBELS));
}

/** Tells how loud a stream is, 20 times a second, until unsubscribed. The stream stays whose it is. */
export function watchLevel(
  stream: MediaStream,
  clock: ClockPort,
  listener: (level: number) => void,
): Unsubscribe {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: ANALYSIS_LENGTH });
  new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
  // Granted the microphone, a page may use sound.
  context.resume().catch(() => undefined);
  const samples = new Float32Array(ANALYSIS_LENGTH);
  let cancel: Unsubscribe = () => undefined;
  const tick = () => {
    cancel = clock.schedule(TICK_IN_MILLISECONDS, tick);
    analyser.getFloatTimeDomainData(samples);
    listener(perceivedLevel(rootMeanSquare(samples)));
  };
  tick();
  return () => {
    cancel();
    void context.close();
  };
}

function rootMeanSquare(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

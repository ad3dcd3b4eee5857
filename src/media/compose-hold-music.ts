/** Plays the score into a buffer, once, beside the page's own work. Loaded when a call first opens. */
import { BEATS_A_MINUTE, LENGTH_IN_BEATS, writeHoldMusic } from './hold-music-score.js';
import type { Note } from './hold-music-score.js';

/** More would only weigh more: telephones carry 3.4 kHz, or 8 kHz at their best. */
const SAMPLE_RATE_IN_HERTZ = 24_000;
const SECONDS_A_BEAT = 60 / BEATS_A_MINUTE;
const LENGTH_IN_SECONDS = LENGTH_IN_BEATS * SECONDS_A_BEAT;
/** What still sounds when the last bar is over. */
const TAIL_IN_SECONDS = 4;
const ATTACK_IN_SECONDS = 0.012;
/** As loud as a person who talks: -20 dBFS. */
const LOUDNESS = 0.1;

/** A loop without a seam: what rings on after the last bar is heard under the first. */
export async function composeHoldMusic(): Promise<AudioBuffer> {
  const seconds = LENGTH_IN_SECONDS + TAIL_IN_SECONDS;
  const context = new OfflineAudioContext(1, Math.ceil(seconds * SAMPLE_RATE_IN_HERTZ), SAMPLE_RATE_IN_HERTZ);
  const room = createRoom(context);
  // A soft electric piano: few overtones, so that a narrow telephone band keeps them all.
  const timbre = context.createPeriodicWave([0, 0, 0, 0, 0], [0, 1, 0.28, 0.06, 0.05]);
  for (const note of writeHoldMusic()) playNote(context, note, timbre, room);
  const rendered = (await context.startRendering()).getChannelData(0);
  return toBuffer(withLoudness(foldTail(rendered), LOUDNESS));
}

function playNote(context: BaseAudioContext, note: Note, timbre: PeriodicWave, room: AudioNode): void {
  const start = note.beat * SECONDS_A_BEAT;
  const decay = note.lengthInBeats * SECONDS_A_BEAT * 0.5;
  const source = new OscillatorNode(context, { frequency: note.frequencyInHertz, periodicWave: timbre });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(note.loudness, start + ATTACK_IN_SECONDS);
  gain.gain.setTargetAtTime(0, start + ATTACK_IN_SECONDS, decay);
  source.connect(gain).connect(room);
  source.start(start);
  // After seven time constants a thousandth is left.
  source.stop(start + Math.min(7 * decay, TAIL_IN_SECONDS));
}

/** Where it is played: a little echo, so that single notes hang together. */
function createRoom(context: BaseAudioContext): AudioNode {
  const room = new GainNode(context);
  const delay = new DelayNode(context, { delayTime: 0.75 * SECONDS_A_BEAT });
  const feedback = new GainNode(context, { gain: 0.22 });
  room.connect(context.destination);
  room.connect(delay).connect(feedback).connect(delay);
  feedback.connect(context.destination);
  return room;
}

function foldTail(samples: Float32Array): Float32Array<ArrayBuffer> {
  const length = Math.round(LENGTH_IN_SECONDS * SAMPLE_RATE_IN_HERTZ);
  const loop = samples.slice(0, length);
  samples.subarray(length).forEach((sample, index) => (loop[index] = (loop[index] ?? 0) + sample));
  return loop;
}

function withLoudness(samples: Float32Array<ArrayBuffer>, loudness: number): Float32Array<ArrayBuffer> {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return samples.map((sample) => (sample * loudness) / Math.sqrt(power));
}

function toBuffer(samples: Float32Array<ArrayBuffer>): AudioBuffer {
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: SAMPLE_RATE_IN_HERTZ });
  buffer.copyToChannel(samples, 0);
  return buffer;
}

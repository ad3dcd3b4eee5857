import { fade } from './fade.js';

/** What of the sound is wanted now. */
export interface SoundWish {
  readonly isMuted: boolean;
  readonly isOnHold: boolean;
}

/** The way from one opened microphone to the far end. */
export interface CallAudioPath {
  /** What is sent. */
  readonly stream: MediaStream;
  readonly canHold: boolean;
  /** Makes it so from this moment on. */
  apply(wish: SoundWish): void;
  /** How loud the microphone is, muted or not, as the root mean square of the last 40 ms: 0 to 1. */
  measureLevel(): number;
  /** The microphone itself stays open: it belongs to whoever opened it. */
  close(): void;
}

const FADE_IN_SECONDS = 0.01;
const ANALYSIS_LENGTH = 2048;

/**
 * microphone -> gain -> out, and music -> out. The microphone is closed until `apply()`, and music plays as it does.
 * Throws where the browser cannot join the two, e.g. when their sample rates differ.
 */
export function createMixedPath(
  context: AudioContext,
  microphone: MediaStream,
  music: AudioNode,
): CallAudioPath {
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: microphone });
  const gain = new GainNode(context, { gain: 0 });
  const analyser = new AnalyserNode(context, { fftSize: ANALYSIS_LENGTH });
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  source.connect(gain).connect(out);
  source.connect(analyser);
  music.connect(out);
  const samples = new Float32Array(ANALYSIS_LENGTH);

  return {
    stream: out.stream,
    canHold: true,
    apply: ({ isMuted, isOnHold }) => {
      enableTracks(out.stream, isOnHold || !isMuted);
      const isHeard = !isMuted && !isOnHold;
      // A mute must not wait for a fade: the track is off anyway, and nothing clicks.
      fade(gain.gain, isHeard ? 1 : 0, context.currentTime, isMuted ? 0 : FADE_IN_SECONDS);
    },
    measureLevel: () => {
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    },
    close: () => {
      for (const node of [source, gain, analyser]) node.disconnect();
      music.disconnect(out);
      for (const track of out.stream.getTracks()) track.stop();
    },
  };
}

/** The microphone as it is, where the browser will not mix: it can be switched off, and no more. */
export function createPlainPath(microphone: MediaStream): CallAudioPath {
  const apply = ({ isMuted, isOnHold }: SoundWish) => enableTracks(microphone, !isMuted && !isOnHold);
  return { stream: microphone, canHold: false, apply, measureLevel: () => 0, close: () => undefined };
}

function enableTracks(stream: MediaStream, isEnabled: boolean): void {
  for (const track of stream.getTracks()) track.enabled = isEnabled;
}

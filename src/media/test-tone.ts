const FREQUENCY_IN_HERTZ = 880;
const LOUDNESS = 0.2;
/** On for half of it, off for the other half: a steady tone is taken for noise on the way, and suppressed. */
const PULSE_IN_SECONDS = 0.5;
/** Longer than it is ever sent. */
const LENGTH_IN_SECONDS = 60;

/** A sound to send instead of a microphone's, so that nobody's voice is needed to see whether it comes back. */
export interface TestTone {
  readonly stream: MediaStream;
  stop(): void;
}

/** Pulses of a tone. Silent where the browser lets the page make no sound yet. */
export function createTestTone(): TestTone {
  const context = new AudioContext();
  const destination = new MediaStreamAudioDestinationNode(context);
  const gain = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context, { frequency: FREQUENCY_IN_HERTZ });
  for (let seconds = 0; seconds < LENGTH_IN_SECONDS; seconds += PULSE_IN_SECONDS) {
    gain.gain.setValueAtTime(LOUDNESS, seconds);
    gain.gain.setValueAtTime(0, seconds + PULSE_IN_SECONDS / 2);
  }
  oscillator.connect(gain).connect(destination);
  oscillator.start();
  context.resume().catch(() => undefined);
  return {
    stream: destination.stream,
    stop: () => {
      for (const track of destination.stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

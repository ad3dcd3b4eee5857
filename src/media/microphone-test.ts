import type { MicrophoneTest } from '../core/audio-devices.js';
import { PhoneError } from '../core/phone-error.js';
import type { ClockPort } from '../core/ports.js';
import { playSound } from './sound-test.js';
import type { SoundPlace } from './sound-test.js';

export interface MicrophoneTestOptions {
  readonly clock: ClockPort;
  /** Belongs to the test: it is stopped as soon as nothing is recorded any more. */
  readonly microphone: MediaStream;
  /** Asked when the recording is played. */
  readonly place: () => SoundPlace;
}

/** Long enough for a sentence or two; then the microphone is let go of, whatever the page does. */
const LONGEST_IN_MILLISECONDS = 30_000;
/** Two clicks in a hurry record nothing that could be played. */
const SHORTEST_IN_MILLISECONDS = 200;

/** Records from now on. Throws `browser-unsupported` where the browser cannot. */
export function startMicrophoneTest(options: MicrophoneTestOptions): MicrophoneTest {
  const { clock, microphone, place } = options;
  const recording = record(microphone);
  const cancelLimit = clock.schedule(LONGEST_IN_MILLISECONDS, () => recording.stop());
  const cancelling = new AbortController();
  const beganAt = clock.monotonicNow();
  const end = () => {
    cancelLimit();
    recording.stop();
  };
  const play = async () => {
    end();
    const isTooShort = clock.monotonicNow() - beganAt < SHORTEST_IN_MILLISECONDS;
    const recorded = await recording.sound;
    if (isTooShort || cancelling.signal.aborted) return;
    const sound = await decode(recorded);
    await playSound(sound, place(), cancelling.signal);
  };
  let playing: Promise<void> | null = null;
  return {
    finish: () => (playing ??= play()),
    cancel: () => {
      cancelling.abort();
      end();
    },
  };
}

interface Recording {
  readonly sound: Promise<Blob>;
  stop(): void;
}

function record(microphone: MediaStream): Recording {
  const letGo = () => {
    for (const track of microphone.getTracks()) track.stop();
  };
  try {
    const recorder = new MediaRecorder(microphone);
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    const sound = new Promise<Blob>((resolve) => {
      recorder.addEventListener('stop', () => resolve(new Blob(parts, { type: recorder.mimeType })));
    });
    // A microphone that is unplugged ends the recording, too.
    recorder.addEventListener('stop', letGo);
    recorder.start();
    const stop = () => {
      if (recorder.state !== 'inactive') recorder.stop();
      letGo();
    };
    return { sound, stop };
  } catch (cause) {
    letGo();
    throw new PhoneError('browser-unsupported', 'This browser cannot record sound.', { cause });
  }
}

/** By the browser's own decoder: an element would want a `blob:` address, which a strict page forbids. */
async function decode(recorded: Blob): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(1, 1, 48_000);
  try {
    return await context.decodeAudioData(await recorded.arrayBuffer());
  } catch (cause) {
    throw new PhoneError('speaker-failed', 'The browser cannot play what it recorded.', { cause });
  }
}

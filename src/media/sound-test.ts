import { PhoneError } from '../core/phone-error.js';
import type { ClockPort } from '../core/ports.js';
import { openOutlet } from './sound-outlet.js';

/** Where and how loud a test sound is played. */
export interface SoundPlace {
  readonly clock: ClockPort;
  /** Null is the system's default. */
  readonly deviceId: string | null;
  /** From 0 (silent) to 1. */
  readonly volume: number;
}

/** Sound that may begin, begins within 50 ms; a page that nobody has clicked may wait for ever. */
const PATIENCE_IN_MILLISECONDS = 2000;
/** What is still on its way to the loudspeaker when the last sample has been handed over. */
const TAIL_IN_MILLISECONDS = 200;
/** A loudspeaker that has slept, a Bluetooth one above all, swallows what it is given first. */
const LEAD_IN_SECONDS = 0.25;
const SAMPLE_RATE_IN_HERTZ = 24_000;
const CHIME_IN_SECONDS = 1;
const chimeNotes = [
  { hertz: 659.26, startInSeconds: 0 },
  { hertz: 880, startInSeconds: 0.18 },
] as const;

/** Two struck notes, the second a fourth above the first. */
export function createChime(): AudioBuffer {
  const length = CHIME_IN_SECONDS * SAMPLE_RATE_IN_HERTZ;
  const buffer = new AudioBuffer({ length, sampleRate: SAMPLE_RATE_IN_HERTZ });
  const samples = buffer.getChannelData(0);
  for (let index = 0; index < length; index += 1) {
    const seconds = index / SAMPLE_RATE_IN_HERTZ;
    samples[index] = chimeNotes.reduce(
      (sum, { hertz, startInSeconds }) => sum + struck(hertz, seconds - startInSeconds),
      0,
    );
  }
  return buffer;
}

function struck(hertz: number, seconds: number): number {
  if (seconds < 0) return 0;
  const attack = Math.min(1, seconds / 0.01);
  return 0.3 * attack * Math.exp(-seconds / 0.2) * Math.sin(2 * Math.PI * hertz * seconds);
}

/**
 * Plays a sound once. Resolves when it has been heard; rejects with `speaker-failed` when it cannot be played
 * there.
 * @param signal ends it before its time, as if it had been heard.
 */
export async function playSound(sound: AudioBuffer, place: SoundPlace, signal?: AbortSignal): Promise<void> {
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: place.volume });
  const outlet = openOutlet(gain, place.deviceId);
  const source = new AudioBufferSourceNode(context, { buffer: sound });
  source.connect(gain);
  try {
    await requireRunning(context, place.clock);
    await outlet.opened;
    if (signal?.aborted) return;
    signal?.addEventListener('abort', () => source.stop());
    source.start(context.currentTime + LEAD_IN_SECONDS);
    await new Promise((resolve) => source.addEventListener('ended', resolve, { once: true }));
    if (!signal?.aborted) await wait(place.clock, TAIL_IN_MILLISECONDS);
  } finally {
    outlet.close();
    void context.close();
  }
}

async function requireRunning(context: AudioContext, clock: ClockPort): Promise<void> {
  if (context.state === 'running') return;
  await Promise.race([context.resume().catch(() => undefined), wait(clock, PATIENCE_IN_MILLISECONDS)]);
  if (isRunning(context)) return;
  throw new PhoneError('speaker-failed', 'The browser plays no sound on this page now.', {
    recoverable: true,
  });
}

/** Asked by a function: TypeScript does not know that time has passed. */
function isRunning(context: AudioContext): boolean {
  return context.state === 'running';
}

function wait(clock: ClockPort, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.schedule(milliseconds, () => resolve()));
}

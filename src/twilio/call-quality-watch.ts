import type { CallQuality } from '../core/call-quality.js';
import type { CallPortEvent } from '../core/ports.js';
import { QualityRecord } from '../core/quality-record.js';
import { freshSoundWatch, soundWarningsOf, watchSound } from '../core/sound-watch.js';
import type { OwnSide } from '../core/sound-watch.js';
import type { VoiceSdkCall, VoiceSdkSample } from './voice-sdk.js';

/** The SDK calls the microphone constant by the last ten seconds: so long does it remember that we muted it. */
const SAMPLES_THAT_REMEMBER_MUTING = 10;

interface CallQualityWatchParts {
  readonly ownSide: () => OwnSide;
  readonly tell: (event: CallPortEvent) => void;
}

/**
 * How good one call sounds: the SDK's measurements and warnings, and what we make of them. A warning that our
 * own side causes, by muting or holding, is none; one that is only hidden by it stands again afterwards.
 */
export class CallQualityWatch {
  readonly record = new QualityRecord();
  readonly #parts: CallQualityWatchParts;
  /** Those that somebody raised and nobody cleared, caused by our own side or not. */
  readonly #raised = new Set<string>();
  #told: ReadonlySet<string> = new Set();
  #watch = freshSoundWatch;
  #samplesSinceQuiet = Infinity;
  /** A call that is not open yet has no warnings. */
  #hasBegun = false;
  #isConnected = false;

  constructor(call: VoiceSdkCall, parts: CallQualityWatchParts) {
    this.#parts = parts;
    call.on('accept', () => this.#begin());
    call.on('reconnected', () => this.#begin());
    call.on('reconnecting', () => this.#startOver());
    call.on('sample', (sample) => this.#hearSample(sample));
    call.on('warning', (name) => this.setRaised(name, true));
    call.on('warning-cleared', (name) => this.setRaised(name, false));
  }

  /** A warning is raised or cleared. */
  setRaised(name: string, isRaised: boolean): void {
    if (isRaised) this.#raised.add(name);
    else this.#raised.delete(name);
    this.refresh();
  }

  /** Tells what has changed, also by what our own side does. */
  refresh(): void {
    if (!this.#hasBegun) return;
    const { tell } = this.#parts;
    const former = this.#told;
    const standing = new Set(
      [...this.#raised, ...soundWarningsOf(this.#watch)].filter((name) => this.#isReal(name)),
    );
    this.#told = standing;
    for (const name of former) if (!standing.has(name)) tell({ type: 'warning-cleared', name });
    for (const name of standing) {
      if (former.has(name)) continue;
      this.record.noteWarning(name);
      tell({ type: 'warning', name });
    }
  }

  #begin(): void {
    this.#hasBegun = true;
    this.#isConnected = true;
    this.#watch = freshSoundWatch;
    this.refresh();
  }

  /** Until the connection is back it is no news that nothing comes. */
  #startOver(): void {
    this.#isConnected = false;
    this.#watch = freshSoundWatch;
    this.refresh();
  }

  #hearSample(measured: VoiceSdkSample): void {
    const sample = readSample(measured);
    this.record.add(sample);
    this.#samplesSinceQuiet = this.#isQuiet ? 0 : this.#samplesSinceQuiet + 1;
    if (!this.#isConnected) return;
    this.#watch = watchSound(this.#watch, sample, this.#parts.ownSide());
    this.refresh();
  }

  get #isQuiet(): boolean {
    const { isMuted, isOnHold } = this.#parts.ownSide();
    return isMuted || isOnHold;
  }

  #isReal(name: string): boolean {
    // On hold nobody listens here, and the other side may well send nothing.
    if (name === 'low-bytes-received') return !this.#parts.ownSide().isOnHold;
    if (name !== 'constant-audio-input-level') return true;
    return !this.#isQuiet && this.#samplesSinceQuiet > SAMPLES_THAT_REMEMBER_MUTING;
  }
}

const LOUDEST_LEVEL = 32_767;

/** The SDK gives silence a score too, and a very good one: nothing is lost of what does not come. */
function readSample(sample: VoiceSdkSample): CallQuality {
  return Object.freeze({
    at: Math.round(sample.timestamp),
    mos: count(sample.packetsReceived) > 0 ? finiteOrNull(sample.mos) : null,
    roundTripTimeInMilliseconds: finiteOrNull(sample.rtt),
    jitterInMilliseconds: finiteOrNull(sample.jitter),
    packetLossFraction: count(sample.packetsLostFraction) / 100,
    packetsReceived: count(sample.packetsReceived),
    packetsLost: count(sample.packetsLost),
    packetsSent: count(sample.packetsSent),
    inputLevel: count(sample.audioInputLevel) / LOUDEST_LEVEL,
    outputLevel: count(sample.audioOutputLevel) / LOUDEST_LEVEL,
  });
}

/** Before the connection stands, the browser knows no round trip, and the SDK reckons with `undefined`. */
function finiteOrNull(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A packet that comes after it was given up makes the loss of its second negative. */
function count(value: number | undefined): number {
  return Math.max(0, finiteOrNull(value) ?? 0);
}

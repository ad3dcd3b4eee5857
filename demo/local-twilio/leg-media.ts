import type { AudioSource } from './media/audio.js';

/** The sound of one leg, seen from the network: whatever carries it to the far end. */
export interface LegMedia {
  /** What the far end hears from now on; null for silence. */
  play(source: AudioSource | null): void;
  /** What the far end says: a new listener's own source, so that several may listen. */
  listen(): AudioSource;
  /** Each key that the far end presses. Returns how to stop. */
  onDigit(listener: (digit: string) => void): () => void;
  close(): Promise<void>;
}

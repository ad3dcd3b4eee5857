/** The sound that local Twilio handles: telephone quality, as on the wire of a PCMU call. */

export const SAMPLE_RATE_IN_HERTZ = 8000;
export const FRAME_DURATION_IN_MILLISECONDS = 20;
export const SAMPLES_PER_FRAME = 160;

/** 20 ms of sound: 160 signed 16-bit samples. */
export type AudioFrame = Int16Array;

/** Something that is heard, asked for one frame every 20 ms. */
export interface AudioSource {
  /** The next 20 ms; null for silence. */
  read(): AudioFrame | null;
  /** Resolves when nothing more will come; a source without an end never resolves. */
  readonly ended: Promise<void>;
}

/** One WebRTC leg, as a browser sees it: the far end of its peer connection. */
export interface MediaPeer {
  /** For a call towards the browser: our complete offer, and then the browser's answer. */
  createOffer(): Promise<string>;
  acceptAnswer(sdp: string): Promise<void>;
  /** For a call from the browser, and for each ICE restart: our complete answer to its offer. */
  answerOffer(sdp: string): Promise<string>;
  /** What the browser hears from now on; null for silence. */
  play(source: AudioSource | null): void;
  /** What the browser says: a new listener's own source, so that several may listen. */
  listen(): AudioSource;
  /** Each key pressed, decoded from RTP telephone events, once a key. */
  onDigit(listener: (digit: string) => void): () => void;
  /** Resolves when sound can flow, rejects when it cannot. */
  readonly connected: Promise<void>;
  /** Breaks the network path, for tests: no packet goes or comes until the browser's ICE restart. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

import type { AudioSource } from './media/audio.js';
import type { LegMedia } from './leg-media.js';
import { createSid } from './sid.js';
import type { TwilioError } from './twilio-error.js';

/** How a leg may end, in the words of Twilio's CallStatus. */
export type LegEnding = 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

/** Twilio's CallStatus. */
export type LegStatus = 'ringing' | 'in-progress' | LegEnding;

/** How and why a leg ended. */
export interface LegEnd {
  readonly status: LegEnding;
  /** Who ended it: the party at the far end, or the network (TwiML, a timeout, the other leg). */
  readonly by: 'far-end' | 'network';
  readonly error: TwilioError | null;
}

/** How a leg reaches its far end: an SDK's socket, a phone booth's, or a voice in this process. */
export interface Line {
  readonly media: LegMedia;
  /** Rings the far end, which the network calls. */
  ring(leg: Leg): Promise<void>;
  /** Tells the far end, which calls the network, that its call rings; with early media it hears us already. */
  sendRinging(leg: Leg, withEarlyMedia: boolean): Promise<void>;
  /** Tells the far end, which calls the network, that its call is answered. */
  sendAnswer(leg: Leg): Promise<void>;
  /** Tells the far end that the call is over; not asked when the far end ended it. */
  sendEnd(leg: Leg, end: LegEnd, wasAnswered: boolean): void;
  /** Keys that another leg pressed. */
  sendDigits?(leg: Leg, digits: string): void;
}

/** Who calls whom. `inbound` is towards the network, as Twilio says it: also a call that a client makes. */
export interface LegParties {
  readonly direction: 'inbound' | 'outbound-dial';
  readonly from: string;
  readonly to: string;
  /** The caller's name, where the telephone network tells one. */
  readonly callerName?: string;
  readonly parentCallSid?: string;
}

/**
 * One leg: the call between the network and one party. It is what Twilio's REST API calls a Call and has
 * a CallSid of its own. A conversation is two legs bridged.
 */
export class Leg {
  readonly callSid = createSid('CA');
  readonly direction: LegParties['direction'];
  readonly from: string;
  readonly to: string;
  readonly callerName: string | null;
  readonly parentCallSid: string | null;
  readonly startedAt = Date.now();
  /** Resolves when the leg is answered, by whichever side it was to be. */
  readonly answered: Promise<void>;
  /** Resolves when the leg is over. */
  readonly ended: Promise<LegEnd>;
  readonly #line: Line;
  #status: LegStatus = 'ringing';
  #answeredAt: number | null = null;
  #end: LegEnd | null = null;
  #resolveAnswered: () => void = () => undefined;
  #resolveEnded: (end: LegEnd) => void = () => undefined;

  constructor(line: Line, parties: LegParties) {
    this.#line = line;
    this.direction = parties.direction;
    this.from = parties.from;
    this.to = parties.to;
    this.callerName = parties.callerName ?? null;
    this.parentCallSid = parties.parentCallSid ?? null;
    this.answered = new Promise((resolve) => (this.#resolveAnswered = resolve));
    this.ended = new Promise((resolve) => (this.#resolveEnded = resolve));
  }

  get status(): LegStatus {
    return this.#status;
  }

  get end(): LegEnd | null {
    return this.#end;
  }

  get isOver(): boolean {
    return this.#end !== null;
  }

  get wasAnswered(): boolean {
    return this.#answeredAt !== null;
  }

  get durationInSeconds(): number {
    return this.#answeredAt === null ? 0 : Math.round((Date.now() - this.#answeredAt) / 1000);
  }

  get media(): LegMedia {
    return this.#line.media;
  }

  /** What the far end hears from now on. */
  play(source: AudioSource | null): void {
    this.media.play(source);
  }

  /** What the far end says. */
  listen(): AudioSource {
    return this.media.listen();
  }

  /** Rings the far end of a leg that the network makes. */
  async ring(): Promise<void> {
    await this.#line.ring(this);
  }

  /** Tells a caller that it rings. */
  async sendRinging(withEarlyMedia: boolean): Promise<void> {
    if (this.isOver || this.wasAnswered) return;
    await this.#line.sendRinging(this, withEarlyMedia);
  }

  /** Answers a caller. Once is enough; later calls do nothing. */
  async answer(): Promise<void> {
    if (this.isOver || this.wasAnswered) return;
    this.#becomeAnswered();
    await this.#line.sendAnswer(this);
  }

  /** The network ends the leg. */
  hangUp(status: LegEnding, error: TwilioError | null = null): void {
    if (this.isOver) return;
    const end: LegEnd = { status, by: 'network', error };
    this.#line.sendEnd(this, end, this.wasAnswered);
    this.#close(end);
  }

  sendDigits(digits: string): void {
    if (!this.isOver) this.#line.sendDigits?.(this, digits);
  }

  /** The line says: the far end has answered. */
  farEndAnswered(): void {
    if (!this.isOver && !this.wasAnswered) this.#becomeAnswered();
  }

  /** The line says: the far end is gone. */
  farEndEnded(status: LegEnding, error: TwilioError | null = null): void {
    if (!this.isOver) this.#close({ status, by: 'far-end', error });
  }

  #becomeAnswered(): void {
    this.#answeredAt = Date.now();
    this.#status = 'in-progress';
    this.#resolveAnswered();
  }

  #close(end: LegEnd): void {
    this.#end = Object.freeze(end);
    this.#status = end.status;
    void this.media.close();
    this.#resolveEnded(end);
  }
}

import type { Leg, LegEnd, Line } from './leg.js';
import type { WebRtcMedia } from './web-rtc-media.js';

/**
 * The line of a phone booth: an outside caller who sits at a page, not at a telephone.
 *
 * A WebSocket at `/phone-booth` carries one JSON object a text frame, each with a `type`. One booth has one
 * number and at most one call at a time; a number that is rung meanwhile is busy.
 *
 * | from the booth                              | from local Twilio                                      |
 * | ------------------------------------------- | ------------------------------------------------------ |
 * | `{type:'connect', number, name?}`           | `{type:'connected', number, phoneNumber, directory}`   |
 * |                                             | or `{type:'refused', code, reason}`, then it closes    |
 * | `{type:'dial', call, to, sdp}`              | `{type:'ringing', call, sdp?}`                         |
 * |                                             | `{type:'answer', call, sdp?}`                          |
 * |                                             | `{type:'ring', call, from, name?, sdp}`                |
 * | `{type:'answer', call, sdp}` (to a `ring`)  |                                                        |
 * | `{type:'reject', call}` (a `ring`)          |                                                        |
 * | `{type:'hangup', call}`                     | `{type:'hangup', call, reason, code?, message?}`       |
 * | `{type:'digits', call, digits}`             | `{type:'digits', call, digits}`                        |
 *
 * - `connect` comes first. `number` and `phoneNumber` (the account's, which rings the portal) are E.164;
 *   `directory` lists the made-up numbers that a Node voice answers: `{number, name, description}`.
 *   `name` is told to the voice webhook as CallerName. Refusal codes: `number-invalid`, `number-taken`.
 * - `call` is an id: of the booth's choosing in `dial`, of ours in `ring`. Every later frame of that call
 *   carries it, and a frame about a call that is over is ignored on both sides.
 * - Each `sdp` is complete, without trickled candidates: `dial` and `ring` carry an offer; the answer to
 *   `dial` is in the first of `ringing` and `answer` that has an `sdp` (with `ringing` it is early media:
 *   set it and play what comes), and exactly one of them has it. An offer needs no candidates of the
 *   booth's own; local Twilio learns the booth's address from its first packets. Audio is PCMU.
 * - A `ring` ends by the booth's `answer` or `reject`, or by our `hangup` (`canceled`: the caller gave up or
 *   another phone answered; `no-answer`: it rang too long).
 * - `hangup` from here says why in `reason`: `completed`, `busy`, `no-answer`, `canceled` or `failed`; where
 *   Twilio has a number for it there are also `code` and a `message`.
 * - `digits` are keys pressed: `0-9 * # A-D`. The booth may send them as telephone events in its audio
 *   instead (RTCDTMFSender); local Twilio decodes both.
 * - A booth whose socket closes is hung up at once and its number is free again.
 */

/** A made-up number that a voice in Node answers. */
export interface DirectoryEntry {
  readonly number: string;
  readonly name: string;
  readonly description: string;
}

/** Why a call of a booth is over. */
export type BoothHangupReason = 'completed' | 'busy' | 'no-answer' | 'canceled' | 'failed';

/** What a booth may say. */
export type BoothFrame =
  | { readonly type: 'connect'; readonly number: string; readonly name?: string }
  | { readonly type: 'dial'; readonly call: string; readonly to: string; readonly sdp: string }
  | { readonly type: 'answer'; readonly call: string; readonly sdp: string }
  | { readonly type: 'reject'; readonly call: string }
  | { readonly type: 'hangup'; readonly call: string }
  | { readonly type: 'digits'; readonly call: string; readonly digits: string };

/** What a booth may hear. */
export type LineFrame =
  | {
      readonly type: 'connected';
      readonly number: string;
      readonly phoneNumber: string;
      readonly directory: readonly DirectoryEntry[];
    }
  | { readonly type: 'refused'; readonly code: 'number-invalid' | 'number-taken'; readonly reason: string }
  | { readonly type: 'ringing'; readonly call: string; readonly sdp?: string }
  | { readonly type: 'answer'; readonly call: string; readonly sdp?: string }
  | {
      readonly type: 'ring';
      readonly call: string;
      readonly from: string;
      readonly name?: string;
      readonly sdp: string;
    }
  | {
      readonly type: 'hangup';
      readonly call: string;
      readonly reason: BoothHangupReason;
      readonly code?: number;
      readonly message?: string;
    }
  | { readonly type: 'digits'; readonly call: string; readonly digits: string };

interface PhoneBoothLineOptions {
  readonly call: string;
  readonly media: WebRtcMedia;
  readonly send: (frame: LineFrame) => void;
  /** The booth's description, when it is the booth that dials. */
  readonly offer?: string;
}

/** One call of a booth: turns what its leg does into frames. */
export class PhoneBoothLine implements Line {
  readonly call: string;
  readonly media: WebRtcMedia;
  readonly #send: (frame: LineFrame) => void;
  readonly #offer: string | null;
  #hasSentDescription = false;

  constructor({ call, media, send, offer }: PhoneBoothLineOptions) {
    this.call = call;
    this.media = media;
    this.#send = send;
    this.#offer = offer ?? null;
  }

  async ring(leg: Leg): Promise<void> {
    const sdp = await this.media.createOffer();
    if (leg.isOver) return;
    const name = leg.callerName === null ? {} : { name: leg.callerName };
    this.#send({ type: 'ring', call: this.call, from: leg.from, ...name, sdp });
  }

  async sendRinging(leg: Leg, withEarlyMedia: boolean): Promise<void> {
    const description = withEarlyMedia ? await this.#describe() : {};
    if (!leg.isOver) this.#send({ type: 'ringing', call: this.call, ...description });
  }

  async sendAnswer(leg: Leg): Promise<void> {
    const description = await this.#describe();
    if (!leg.isOver) this.#send({ type: 'answer', call: this.call, ...description });
  }

  sendEnd(_leg: Leg, { status, error }: LegEnd): void {
    const details = error ? { code: error.code, message: error.message } : {};
    this.#send({ type: 'hangup', call: this.call, reason: status, ...details });
  }

  sendDigits(_leg: Leg, digits: string): void {
    this.#send({ type: 'digits', call: this.call, digits });
  }

  async #describe(): Promise<{ sdp?: string }> {
    if (this.#offer === null || this.#hasSentDescription) return {};
    this.#hasSentDescription = true;
    return { sdp: await this.media.answerOffer(this.#offer) };
  }
}

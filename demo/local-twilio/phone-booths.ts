import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { Leg } from './leg.js';
import type { LegParties } from './leg.js';
import type { Log } from './log.js';
import { directory } from './outside-world.js';
import { PhoneBoothLine } from './phone-booth-line.js';
import type { BoothFrame, LineFrame } from './phone-booth-line.js';
import { TwilioError } from './twilio-error.js';
import { textOf } from './web-socket-text.js';
import type { WebRtcMedia } from './web-rtc-media.js';

interface PhoneBoothsOptions {
  /** The account's number, for booths to dial. */
  readonly phoneNumber: string;
  readonly log: Log;
  readonly createMedia: () => WebRtcMedia;
  /** A booth has dialled. */
  readonly onCall: (leg: Leg) => void;
}

interface BoothCall {
  readonly leg: Leg;
  readonly line: PhoneBoothLine;
}

/** A booth whose number is known. */
interface Booth {
  readonly number: string;
  readonly name: string | null;
  readonly send: (frame: LineFrame) => void;
  current: BoothCall | null;
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** The phone booths that are connected, at `/phone-booth`; phone-booth-line.ts describes what they say. */
export class PhoneBooths {
  readonly #options: PhoneBoothsOptions;
  readonly #booths = new Map<string, Booth>();

  constructor(options: PhoneBoothsOptions) {
    this.#options = options;
  }

  accept(socket: WebSocket): void {
    const send = (frame: LineFrame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
    };
    let booth: Booth | null = null;
    socket.on('message', (data) => {
      const frame = parseFrame(textOf(data));
      if (!frame) return;
      if (booth) void this.#handle(booth, frame);
      else if (frame.type === 'connect') booth = this.#connect(frame, send, socket);
    });
    socket.on('close', () => booth && this.#leave(booth));
    socket.on('error', () => undefined);
  }

  /** A leg towards a booth, or null when no booth has the number. Throws `TwilioError` 31486 when it is in a call. */
  createLeg(number: string, parties: Omit<LegParties, 'to'>): Leg | null {
    const booth = this.#booths.get(number);
    if (!booth) return null;
    if (booth.current) throw new TwilioError(31486, number);
    const line = new PhoneBoothLine({
      call: randomUUID(),
      media: this.#options.createMedia(),
      send: booth.send,
    });
    return this.#keep(booth, new Leg(line, { ...parties, to: number }), line);
  }

  #connect(
    { number, name }: Extract<BoothFrame, { type: 'connect' }>,
    send: Booth['send'],
    socket: WebSocket,
  ): Booth | null {
    const refusal = this.#refusalOf(number);
    if (refusal) {
      send(refusal);
      socket.close();
      return null;
    }
    const booth: Booth = { number, name: name ?? null, send, current: null };
    this.#booths.set(number, booth);
    send({ type: 'connected', number, phoneNumber: this.#options.phoneNumber, directory });
    return booth;
  }

  #refusalOf(number: string): Extract<LineFrame, { type: 'refused' }> | null {
    if (!e164.test(number)) {
      return { type: 'refused', code: 'number-invalid', reason: `${String(number)} is not an E.164 number.` };
    }
    const isTaken = this.#booths.has(number) || number === this.#options.phoneNumber;
    return isTaken ? { type: 'refused', code: 'number-taken', reason: `${number} is taken.` } : null;
  }

  async #handle(booth: Booth, frame: BoothFrame): Promise<void> {
    if (frame.type === 'dial') {
      this.#dial(booth, frame);
      return;
    }
    const { current } = booth;
    if (frame.type === 'connect' || !current || current.line.call !== frame.call) return;
    try {
      await this.#handleInCall(current, frame);
    } catch (error) {
      this.#options.log({
        level: 'error',
        code: 53405,
        message: String(error),
        callSid: current.leg.callSid,
      });
      current.leg.hangUp('failed', new TwilioError(53405, String(error)));
    }
  }

  async #handleInCall(
    { leg, line }: BoothCall,
    frame: Exclude<BoothFrame, { type: 'connect' | 'dial' }>,
  ): Promise<void> {
    switch (frame.type) {
      case 'answer':
        await line.media.acceptAnswer(frame.sdp);
        leg.farEndAnswered();
        break;
      case 'reject':
        leg.farEndEnded('busy');
        break;
      case 'hangup':
        leg.farEndEnded(leg.wasAnswered ? 'completed' : 'canceled');
        break;
      case 'digits':
        for (const digit of frame.digits) line.media.hearDigit(digit);
    }
  }

  #dial(booth: Booth, { call, to, sdp }: Extract<BoothFrame, { type: 'dial' }>): void {
    const { send, number, name } = booth;
    if (booth.current) {
      send({ type: 'hangup', call, reason: 'busy', message: 'This booth is in a call.' });
      return;
    }
    const line = new PhoneBoothLine({ call, media: this.#options.createMedia(), send, offer: sdp });
    const callerName = name === null ? {} : { callerName: name };
    const leg = new Leg(line, { direction: 'inbound', from: number, to, ...callerName });
    this.#options.onCall(this.#keep(booth, leg, line));
  }

  #keep(booth: Booth, leg: Leg, line: PhoneBoothLine): Leg {
    booth.current = { leg, line };
    void leg.ended.then(() => (booth.current = null));
    return leg;
  }

  /** The socket is gone, and with it the person. */
  #leave(booth: Booth): void {
    this.#booths.delete(booth.number);
    const leg = booth.current?.leg;
    if (!leg) return;
    const whileRinging = leg.direction === 'inbound' ? 'canceled' : 'no-answer';
    leg.farEndEnded(leg.wasAnswered ? 'completed' : whileRinging);
  }
}

function parseFrame(text: string): BoothFrame | null {
  try {
    const frame = JSON.parse(text) as BoothFrame | null;
    return typeof frame === 'object' ? frame : null;
  } catch {
    return null;
  }
}

const DIGITS = '0123456789*#ABCD';

/**
 * Hears the keys in RTP telephone events (RFC 4733).
 *
 * A key is many packets: one every 20 ms while it is held, the last one three times with the end bit. All of
 * them carry the timestamp of the key's start, so a key is a timestamp that was not there before.
 */
export class DigitDecoder {
  #timestampOfLastKey: number | null = null;

  /** The key that this packet begins; null when it goes on with one, comes too late, or is no key. */
  decode(timestamp: number, payload: Uint8Array): string | null {
    if (!this.#isLater(timestamp)) return null;
    const digit = DIGITS[payload[0] ?? DIGITS.length];
    if (digit === undefined) return null;
    this.#timestampOfLastKey = timestamp;
    return digit;
  }

  #isLater(timestamp: number): boolean {
    if (this.#timestampOfLastKey === null) return true;
    // As a signed 32-bit number, because RTP timestamps start again at 0 after 2^32.
    return ((timestamp - this.#timestampOfLastKey) | 0) > 0;
  }
}

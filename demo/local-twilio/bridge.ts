import type { Leg } from './leg.js';

/** Lets two legs hear each other and each other's keys. Returns how to part them again. */
export function bridge(one: Leg, other: Leg): () => void {
  one.play(other.listen());
  other.play(one.listen());
  const stopDigits = [
    one.media.onDigit((digit) => other.sendDigits(digit)),
    other.media.onDigit((digit) => one.sendDigits(digit)),
  ];
  return () => {
    one.play(null);
    other.play(null);
    for (const stop of stopDigits) stop();
  };
}

/**
 * Brings a gain to a value without a click, from wherever it stands.
 * @param now the context's `currentTime`, seconds.
 * @param seconds 0 for at once.
 */
export function fade(gain: AudioParam, value: number, now: number, seconds: number): void {
  const current = gain.value;
  gain.cancelScheduledValues(now);
  if (seconds === 0) {
    gain.setValueAtTime(value, now);
    return;
  }
  gain.setValueAtTime(current, now);
  gain.linearRampToValueAtTime(value, now + seconds);
}

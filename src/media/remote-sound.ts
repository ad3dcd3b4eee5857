/**
 * What the person hears of the far end. Silenced, it stays so whatever track comes: `enabled` reaches every
 * loudspeaker at once, the SDK's own volume meter too (measured with @twilio/voice-sdk 2.18.5).
 */
export class RemoteSound {
  #stream: MediaStream | null = null;
  #isSilenced = false;
  #watch = new AbortController();

  /** The stream that the call plays now. Asked again and again, it does no harm. */
  setStream(stream: MediaStream | null): void {
    if (stream !== this.#stream) {
      this.#watch.abort();
      this.#watch = new AbortController();
      this.#stream = stream;
      stream?.addEventListener('addtrack', () => this.#apply(), { signal: this.#watch.signal });
    }
    this.#apply();
  }

  setSilenced(isSilenced: boolean): void {
    this.#isSilenced = isSilenced;
    this.#apply();
  }

  #apply(): void {
    for (const track of this.#stream?.getAudioTracks() ?? []) track.enabled = !this.#isSilenced;
  }
}

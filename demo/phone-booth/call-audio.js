/** The sound of one call: our microphone there, their voice here. */
export class CallAudio {
  #connection = new RTCPeerConnection();
  #microphone;
  #speaker = new Audio();

  /** @param {MediaStream} microphone Closed with the call. */
  constructor(microphone) {
    this.#microphone = microphone;
    for (const track of microphone.getTracks()) this.#connection.addTrack(track, microphone);
    this.#connection.addEventListener('track', ({ track }) => this.#play(track));
  }

  /** Opens the microphone. Rejects as `getUserMedia` does. */
  static async open() {
    return new CallAudio(await navigator.mediaDevices.getUserMedia({ audio: true }));
  }

  /** For a call that we place: the offer, without waiting for candidates. */
  async offer() {
    await this.#connection.setLocalDescription();
    return this.#connection.localDescription.sdp;
  }

  async acceptAnswer(sdp) {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
  }

  /** For a call that rings here: the answer to the network's offer. */
  async answer(sdp) {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp });
    await this.#connection.setLocalDescription();
    return this.#connection.localDescription.sdp;
  }

  close() {
    this.#connection.close();
    for (const track of this.#microphone.getTracks()) track.stop();
    this.#speaker.srcObject = null;
  }

  #play(track) {
    this.#speaker.srcObject = new MediaStream([track]);
    // The person has clicked to place or answer this call, so the browser lets it sound.
    void this.#speaker.play();
  }
}

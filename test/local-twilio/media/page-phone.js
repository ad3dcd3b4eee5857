/* global Audio, AudioContext, GainNode, OscillatorNode, RTCPeerConnection, requestAnimationFrame */
/**
 * In the page: the media half of the Voice SDK 2.18.5. Like the SDK it sends its description as soon as it is
 * set, without a candidate, and trickles none. Its microphone is an oscillator, its loudspeaker an analyser.
 */
globalThis.pagePhone = {
  async start({ frequencyInHertz, peak }) {
    this.context = new AudioContext();
    this.microphone = this.createMicrophone(frequencyInHertz, peak);
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = 16_384;
    await this.context.resume();
    this.connect();
  },

  /** A peer connection of its own, in place of the one before. */
  connect() {
    this.connection?.close();
    this.connection = new RTCPeerConnection();
    for (const track of this.microphone.getTracks()) this.connection.addTrack(track, this.microphone);
    this.connection.ontrack = ({ streams: [stream] }) => this.hear(stream);
  },

  async offer(settings) {
    await this.connection.setLocalDescription(await this.connection.createOffer(settings));
    return this.connection.localDescription.sdp;
  },

  async acceptAnswer(sdp) {
    await this.connection.setRemoteDescription({ type: 'answer', sdp });
  },

  async answerOffer(sdp) {
    await this.connection.setRemoteDescription({ type: 'offer', sdp });
    await this.connection.setLocalDescription(await this.connection.createAnswer());
    return this.connection.localDescription.sdp;
  },

  mute(isMuted) {
    for (const track of this.microphone.getTracks()) track.enabled = !isMuted;
  },

  async press(digits) {
    const durationInMilliseconds = 160;
    const gapInMilliseconds = 70;
    const { dtmf } = this.connection.getSenders()[0];
    // Whoever is called is connected before it may press a key.
    while (!dtmf.canInsertDTMF) await new Promise(requestAnimationFrame);
    dtmf.insertDTMF(digits, durationInMilliseconds, gapInMilliseconds);
  },

  /** The last third of a second of what is heard. */
  heard() {
    const samples = new Float32Array(this.analyser.fftSize);
    this.analyser.getFloatTimeDomainData(samples);
    return { samples: [...samples], sampleRateInHertz: this.context.sampleRate };
  },

  connectionState() {
    return this.connection.connectionState;
  },

  /** Whose address sound comes from, as ICE names it: another one after each restart. */
  async usedUsernameFragment() {
    const reports = await this.connection.getStats();
    const transport = [...reports.values()].find(({ type }) => type === 'transport');
    const pair = reports.get(transport.selectedCandidatePairId);
    return reports.get(pair?.remoteCandidateId)?.usernameFragment ?? null;
  },

  createMicrophone(frequencyInHertz, peak) {
    const destination = this.context.createMediaStreamDestination();
    const oscillator = new OscillatorNode(this.context, { frequency: frequencyInHertz });
    oscillator.connect(new GainNode(this.context, { gain: peak })).connect(destination);
    oscillator.start();
    return destination.stream;
  },

  hear(stream) {
    // Chromium hands a remote track to WebAudio only while an element plays it too.
    this.loudspeaker = Object.assign(new Audio(), { muted: true, srcObject: stream });
    void this.loudspeaker.play();
    this.context.createMediaStreamSource(stream).connect(this.analyser);
  },
};

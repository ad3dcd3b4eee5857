import { randomInt } from 'node:crypto';
import {
  MediaStream,
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RTCSessionDescription,
  RtpHeader,
  RtpPacket,
  usePCMU,
} from 'werift';

import { SAMPLES_PER_FRAME } from './audio.js';
import { createDeferred } from './deferred.js';
import { leadPackets } from './lead-packets.js';
import type { MediaPath } from './media-path.js';
import { narrowToTelephone, readFingerprint } from './session-description.js';

/** Where what the browser sends goes. Timestamps are RTP's. */
export interface ReceivedPackets {
  onSound(timestamp: number, payload: Uint8Array): void;
  onTelephoneEvent(timestamp: number, payload: Uint8Array): void;
}

const TIME_TO_CONNECT_IN_MILLISECONDS = 15_000;
const TIMESTAMP_RANGE = 2 ** 32;
const SEQUENCE_NUMBER_RANGE = 2 ** 16;

/**
 * One WebRTC connection with one page: PCMU and telephone events, nothing else.
 *
 * The page's addresses are never told: the Voice SDK sends its description before it has gathered any
 * candidate, so they are learnt from the STUN checks that the page sends to ours (RFC 8445, 7.3.1.3).
 */
export class BrowserConnection {
  /** Resolves when DTLS stands; rejects when it cannot, within 15 s of the page's description. */
  readonly connected: Promise<void>;

  readonly #path: MediaPath;
  readonly #peer = createPeer();
  readonly #sender;
  readonly #connected = createDeferred();
  #deadline: NodeJS.Timeout | undefined;
  #remoteFingerprint: string | null = null;
  #sequenceNumber = randomInt(SEQUENCE_NUMBER_RANGE);
  #timestamp = randomInt(TIMESTAMP_RANGE);

  constructor(received: ReceivedPackets, path: MediaPath) {
    this.#path = path;
    this.connected = this.#connected.promise;
    // Whoever does not ask is not told: a page that goes away before it is connected is no error of ours.
    this.connected.catch(() => {});
    const transceiver = addAudio(this.#peer);
    this.#sender = transceiver.sender;
    transceiver.dtlsTransport.onRtp.subscribe(({ header, payload }) => {
      const name = transceiver.codecs.find((codec) => codec.payloadType === header.payloadType)?.name;
      if (name?.toUpperCase() === 'PCMU') received.onSound(header.timestamp, payload);
      if (name?.toLowerCase() === 'telephone-event') received.onTelephoneEvent(header.timestamp, payload);
    });
    this.#peer.connectionStateChange.subscribe((state) => {
      if (state === 'connected') this.#settle(() => this.#connected.resolve());
      if (state === 'failed') this.#fail('The media connection with the browser failed.');
    });
  }

  async createOffer(): Promise<string> {
    await this.#describe(await this.#peer.createOffer());
    return this.#localDescription();
  }

  async acceptAnswer(answer: string): Promise<void> {
    await this.#setRemoteDescription('answer', answer);
  }

  /** Answers an offer, be it the first or one that restarts ICE. */
  async answerOffer(offer: string): Promise<string> {
    const isRestart = this.#remoteFingerprint !== null;
    await this.#setRemoteDescription('offer', offer);
    await this.#describe(await this.#peer.createAnswer());
    if (isRestart) this.#restartIce();
    return this.#localDescription();
  }

  /** Whether this offer is from the page at the other end, and not from another page or a rebuilt connection. */
  isFromSamePage(offer: string): boolean {
    return this.#remoteFingerprint === null || this.#remoteFingerprint === readFingerprint(offer);
  }

  /** Sends 20 ms of PCMU; what is sent before the connection stands is lost, as on any line. */
  send(payload: Uint8Array): void {
    this.#sequenceNumber = (this.#sequenceNumber + 1) % SEQUENCE_NUMBER_RANGE;
    this.#timestamp = (this.#timestamp + SAMPLES_PER_FRAME) % TIMESTAMP_RANGE;
    const header = new RtpHeader({ sequenceNumber: this.#sequenceNumber, timestamp: this.#timestamp });
    // A packet that cannot leave (a network that went away) is a lost packet.
    this.#sender.sendRtp(new RtpPacket(header, Buffer.from(payload))).catch(() => {});
  }

  /** Loses the network path, sockets and all. An offer that restarts ICE finds another one; DTLS goes on. */
  async interrupt(): Promise<void> {
    await Promise.all(this.#peer.iceTransports.map(({ connection }) => connection.close()));
  }

  /** Ends everything: afterwards no socket and no timer of this connection is left. */
  async close(): Promise<void> {
    this.#fail('The media connection was closed.');
    await this.#peer.close();
  }

  /** Afterwards all candidates are known, and with them all sockets. */
  async #describe(description: RTCSessionDescription): Promise<void> {
    await this.#peer.setLocalDescription(description);
    leadPackets(this.#peer, this.#path);
  }

  async #setRemoteDescription(type: 'offer' | 'answer', sdp: string): Promise<void> {
    const telephoneSdp = narrowToTelephone(sdp);
    await this.#peer.setRemoteDescription({ type, sdp: telephoneSdp });
    this.#remoteFingerprint = readFingerprint(telephoneSdp);
    this.#deadline ??= setTimeout(
      () => this.#fail('No media came from the browser within 15 s.'),
      TIME_TO_CONNECT_IN_MILLISECONDS,
    );
  }

  /** werift 0.24 starts ICE only together with DTLS, which goes on through a restart. */
  #restartIce(): void {
    for (const transport of this.#peer.iceTransports) {
      if (transport.state === 'new' || transport.state === 'completed') transport.start().catch(() => {});
    }
  }

  #localDescription(): string {
    const description = this.#peer.localDescription;
    if (!description) throw new Error('werift made no description.');
    return description.sdp;
  }

  #fail(reason: string): void {
    this.#settle(() => this.#connected.reject(new Error(reason)));
  }

  #settle(settle: () => void): void {
    clearTimeout(this.#deadline);
    settle();
  }
}

function createPeer(): RTCPeerConnection {
  return new RTCPeerConnection({
    codecs: { audio: [usePCMU(), telephoneEvent()], video: [] },
    iceServers: [],
    iceUseIpv6: false,
    // Chromium on a machine without a network can use it; Firefox needs the interfaces' own addresses too.
    iceAdditionalHostAddresses: ['127.0.0.1'],
    bundlePolicy: 'max-bundle',
  });
}

function telephoneEvent(): RTCRtpCodecParameters {
  const keys = '0-15';
  return new RTCRtpCodecParameters({
    mimeType: 'audio/telephone-event',
    clockRate: 8000,
    channels: 1,
    payloadType: 101,
    parameters: keys,
  });
}

function addAudio(peer: RTCPeerConnection) {
  // Without a stream id the Voice SDK plays nothing (2.18.5, peerconnection.js: `event.streams[0]`).
  const stream = new MediaStream();
  const track = new MediaStreamTrack({ kind: 'audio' });
  stream.addTrack(track);
  return peer.addTransceiver(track, { direction: 'sendrecv', streams: [stream] });
}

import type { CallPortEvent, Unsubscribe } from '../core/ports.js';
import type { CallAudio, CallAudioEvent } from '../media/call-audio.js';
import { RemoteSound } from '../media/remote-sound.js';
import type { HoldStrategy } from './hold-strategy.js';
import type { VoiceSdkCall } from './voice-sdk.js';

/**
 * What both sides of one call hear: mute, and hold from this side, without a word to the network. Wishes
 * about a call that still rings wait for `begin()`: the page's audio belongs to another call until then.
 */
export class CallSound implements HoldStrategy {
  readonly #call: VoiceSdkCall;
  readonly #audio: CallAudio;
  readonly #tell: (event: CallPortEvent) => void;
  readonly #remote = new RemoteSound();
  readonly #unsubscribe: Unsubscribe;
  #isMuted = false;
  #isOnHold = false;
  #isBegun = false;
  /** As the SDK was last told. */
  #isSentTrackOff = false;

  constructor(call: VoiceSdkCall, audio: CallAudio, tell: (event: CallPortEvent) => void) {
    this.#call = call;
    this.#audio = audio;
    this.#tell = tell;
    this.#unsubscribe = audio.subscribe((event) => this.#hear(event));
    // The SDK says `audio` for each stream that it is about to play.
    call.on('audio', () => this.#hearRemote());
    call.on('accept', () => this.#hearAccept());
    call.on('reconnected', () => this.#hearRemote());
  }

  get isHoldAvailable(): boolean {
    return this.#audio.isHoldAvailable;
  }

  get isMuted(): boolean {
    return this.#isMuted;
  }

  get isOnHold(): boolean {
    return this.#isOnHold;
  }

  /** The call gets the microphone. */
  begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    this.#audio.setMuted(this.#isMuted);
    this.#audio.setOnHold(this.#isOnHold);
    this.#apply();
  }

  mute(shouldMute: boolean): void {
    if (shouldMute === this.#isMuted) return;
    this.#isMuted = shouldMute;
    if (this.#isBegun) this.#audio.setMuted(shouldMute);
    this.#apply();
    this.#tell({ type: 'mute', isMuted: shouldMute });
  }

  hold(shouldHold: boolean): void {
    if (this.isHoldAvailable || !shouldHold) this.#isOnHold = shouldHold && this.#isBegun;
    if (this.#isBegun) this.#audio.setOnHold(this.#isOnHold);
    this.#apply();
    this.#tell({ type: 'hold', isOnHold: this.#isOnHold });
  }

  /** Nothing is heard from here until the next call begins: the SDK may be sending still. */
  end(): void {
    this.#unsubscribe();
    this.#remote.setStream(null);
    if (!this.#isBegun) return;
    this.#audio.setMuted(true);
    this.#audio.setOnHold(false);
  }

  /** The audio first: what it switches off must not be switched on for a moment by the SDK. */
  #apply(): void {
    this.#remote.setSilenced(this.#isOnHold);
    const isSentTrackOff = this.#isBegun ? this.#audio.isSentTrackOff : this.#isMuted;
    if (isSentTrackOff === this.#isSentTrackOff) return;
    this.#isSentTrackOff = isSentTrackOff;
    // The SDK repeats it for each track that it sends from now on.
    this.#call.mute(isSentTrackOff);
  }

  #hear(event: CallAudioEvent): void {
    if (event.type === 'hold-available') {
      if (this.#isBegun) this.#apply();
      this.#tell(event);
    } else if (this.#isBegun) {
      this.#tell(event);
    }
  }

  #hearAccept(): void {
    this.#hearRemote();
    this.#audio.prepareHold();
  }

  #hearRemote(): void {
    this.#remote.setStream(this.#call.getRemoteStream() ?? null);
  }
}

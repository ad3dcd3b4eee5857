import type { PhoneError } from '../core/phone-error.js';
import type { AudioProcessor } from '../media/call-audio.js';
import { STAND_IN_MICROPHONE } from './stand-in-devices.js';
import { toPhoneError } from './to-phone-error.js';
import type {
  VoiceSdk,
  VoiceSdkCall,
  VoiceSdkDevice,
  VoiceSdkDeviceOptions,
  VoiceSdkTransport,
} from './voice-sdk.js';

/** What one device of the SDK reports. */
export type SdkDeviceEvent =
  /** Anything came over the wire, be it only a heartbeat. */
  | { readonly type: 'word' }
  | { readonly type: 'registering' | 'registered' | 'unregistered' | 'destroyed' | 'tokenWillExpire' }
  | { readonly type: 'incoming'; readonly call: VoiceSdkCall }
  | { readonly type: 'error'; readonly error: PhoneError; readonly call: VoiceSdkCall | null };

const MESSAGE_NOT_SENT = 31009;

/** One device of the SDK, from its building to its end, without the SDK's surprises. */
export class SdkDevice {
  /** The edges that it was built for; empty for the nearest. */
  readonly #edges: readonly string[];
  /** Whether Twilio's event gateway is told of its calls. */
  readonly publishesEvents: boolean;
  readonly #device: VoiceSdkDevice;
  #hear: (event: SdkDeviceEvent) => void;
  /** Once asked to register, the SDK comes back by itself; asking again makes it miss calls for 30 seconds. */
  #registersItself = false;
  #transport: VoiceSdkTransport | null = null;
  #isSpoiled = false;
  #refusedToken: string | null = null;
  #hasToldExpiry = false;

  /** Throws a `PhoneError`. */
  constructor(
    sdk: VoiceSdk,
    token: string,
    options: VoiceSdkDeviceOptions,
    processor: AudioProcessor,
    hear: (event: SdkDeviceEvent) => void,
  ) {
    this.#edges = options.edge ?? [];
    this.publishesEvents = options.publishEvents;
    this.#hear = hear;
    this.#device = build(sdk, token, options);
    // For good, and before any call: added in a call, it would open the microphone a second time.
    void this.#device.audio?.addProcessor(processor);
    this.#listen();
  }

  get identity(): string | null {
    return this.#device.identity;
  }

  /** The edge that answers. */
  get connectedEdge(): string | null {
    return this.#device.edge;
  }

  /** True while Twilio answers: the SDK forgets the edge with the connection. */
  get isConnected(): boolean {
    return this.#device.edge !== null;
  }

  get isRegistered(): boolean {
    return this.#device.state === 'registered';
  }

  /** Whether Twilio said that it does not take this token. */
  hasRefused(token: string): boolean {
    return token === this.#refusedToken;
  }

  /** True when another device has to take its place: Twilio refused the token, or it is stuck in a call. */
  get isSpoiled(): boolean {
    return this.#isSpoiled || this.#device.isBusy;
  }

  /** A device that hangs, tries to come back, or stands elsewhere is better replaced while nobody talks. */
  isFitFor(edges: readonly string[] = []): boolean {
    const isComingBack = this.#registersItself && this.#device.state === 'unregistered';
    return !this.isSpoiled && !isComingBack && String(this.#edges) === String(edges);
  }

  /** Makes it be replaced as soon as no call lives in it. */
  spoil(): void {
    this.#isSpoiled = true;
  }

  /** Begins to register, unless that is under way. */
  register(): void {
    if (this.#registersItself || this.#device.state !== 'unregistered') return;
    this.#registersItself = true;
    // Rejects with undefined when the signalling is lost half-way; the SDK then tries again by itself.
    this.#device.register().catch((error: unknown) => {
      this.#hearError(toPhoneError(error, 'registration-failed'));
    });
    this.#listenToWire();
  }

  /** Makes the SDK let go of a dead connection now, as it would later by itself; its calls come along. */
  reconnect(): void {
    this.#device._stream?.transport._closeSocket();
  }

  /** Stops calls from arriving; those there are go on. The SDK may register again by itself: repeat it then. */
  unregister(): void {
    this.#registersItself = false;
    // A registration under way refuses; its `registered` is the moment to ask again.
    if (this.isRegistered) this.#device.unregister().catch(() => undefined);
  }

  renew(token: string): void {
    if (this.#device.token === token) return;
    this.#hasToldExpiry = false;
    this.#device.updateToken(token);
  }

  /** Stays pending for ever with an expired token or an unreachable host. */
  connect(params: Record<string, string>): Promise<VoiceSdkCall> {
    return this.#device.connect({ params });
  }

  /** Says that a call is over: the SDK itself never does, once it was hung up without a connection (2.18.5). */
  hangUp(callSid: string): void {
    this.#device._stream?.hangup(callSid);
  }

  /** Makes the SDK ask for the microphone anew, and send that one from now on, without a word to the network. */
  async changeMicrophone(): Promise<void> {
    const { audio } = this.#device;
    // Asked for the microphone that it has it does nothing; new constraints make it open that one again.
    if (audio?.inputDevice) await audio.setAudioConstraints({});
    else await audio?.setInputDevice(STAND_IN_MICROPHONE);
  }

  /**
   * Forgets a microphone that came or went in a call: the SDK keeps it open after the call, and the next call
   * would get it even if it is dead. Not to be done in a call.
   */
  releaseInputDevice(): void {
    const { audio, isBusy } = this.#device;
    if (audio?.inputDevice && !isBusy) audio.unsetInputDevice().catch(() => undefined);
  }

  /** Hangs up, rejects what rings, and is not heard of again. */
  destroy(): void {
    this.#hear = () => undefined;
    this.#device.removeAllListeners();
    this.#device.destroy();
    // An error without a listener would be thrown into the page.
    this.#device.on('error', () => undefined);
  }

  #listen(): void {
    const device = this.#device;
    for (const type of ['registering', 'registered', 'unregistered', 'destroyed'] as const) {
      device.on(type, () => this.#hear({ type }));
    }
    device.on('tokenWillExpire', () => this.#hearTokenWillExpire());
    device.on('incoming', (call) => this.#hear({ type: 'incoming', call }));
    device.on('error', (error, call) => this.#hearDeviceError(error, call));
  }

  /** The SDK tells nobody of a heartbeat, so it is heard at the socket, and at each one that follows it. */
  #listenToWire(): void {
    const transport = this.#device._stream?.transport;
    if (!transport || transport === this.#transport) return;
    this.#transport = transport;
    const listen = () => transport._socket?.addEventListener('message', () => this.#hear({ type: 'word' }));
    transport.on('open', listen);
    // It may be open already: calls can be placed without being registered.
    listen();
  }

  /** The SDK may say it twice for one token, or a hundred times in a second for a short-lived one. */
  #hearTokenWillExpire(): void {
    if (this.#hasToldExpiry) return;
    this.#hasToldExpiry = true;
    this.#hear({ type: 'tokenWillExpire' });
  }

  /**
   * That a message found no open connection (31009) is news to nobody: the connection's own end was told, and
   * what was not sent is sent when it is back. A token that comes while it is being opened causes it too.
   */
  #hearDeviceError(caught: unknown, call: VoiceSdkCall | undefined): void {
    const error = toPhoneError(caught, 'connection-failed');
    if (error.cause?.code !== MESSAGE_NOT_SENT) this.#hearError(error, call);
  }

  /** A refused token ends more than this attempt: the SDK stops renewing its registration (2.18.5). */
  #hearError(error: PhoneError, call: VoiceSdkCall | null = null): void {
    if (isTokenError(error)) {
      this.#isSpoiled = true;
      this.#refusedToken = this.#device.token;
    }
    this.#hear({ type: 'error', error, call });
  }
}

/** Whether Twilio refuses the token, as it is or by now. */
export function isTokenError({ code }: PhoneError): boolean {
  return code === 'token-expired' || code === 'token-invalid';
}

function build(sdk: VoiceSdk, token: string, options: VoiceSdkDeviceOptions): VoiceSdkDevice {
  try {
    return new sdk.Device(token, options);
  } catch (error) {
    throw toPhoneError(error, 'registration-failed');
  }
}

/**
 * The Voice SDK as this room uses it (2.18.5). Its own types leave events untyped, hide the options that we
 * need, and want Node's types in a browser; these say exactly what is relied on, and no more.
 */
import type { AudioProcessor } from '../media/call-audio.js';

/** What of `import('@twilio/voice-sdk')` is used. */
export interface VoiceSdk {
  readonly Device: VoiceSdkDeviceClass;
  readonly Logger?: VoiceSdkLogLevel;
}

/** The level of the logger that all devices share. */
export interface VoiceSdkLogLevel {
  readonly levels: { readonly INFO: number };
  getLevel(): number;
  setLevel(level: LogLevel, isKept: false): void;
}

/** The same, seen by whoever places test calls. */
export interface PreflightVoiceSdk {
  readonly Device: VoiceSdkDeviceClass & {
    readonly version: string;
    runPreflight(token: string, options: VoiceSdkPreflightOptions): VoiceSdkPreflight;
  };
}

export interface VoiceSdkPreflightOptions {
  /** Private: what it places its call with, instead of a device of its own. */
  readonly deviceFactory: new (token: string, options: VoiceSdkDeviceOptions) => VoiceSdkDevice;
  readonly logLevel: LogLevel;
}

/** A test call (`preflight.js`). It lasts until the far end or somebody here hangs up. */
export interface VoiceSdkPreflight {
  /** Gives it up, which is told as a failure. */
  stop(): void;
  on(event: 'connected', listener: () => void): unknown;
  on(event: 'completed', listener: (report: VoiceSdkPreflightReport) => void): unknown;
  on(event: 'failed', listener: (error: unknown) => void): unknown;
}

export interface VoiceSdkPreflightReport {
  readonly callSid?: string;
  readonly edge?: string;
  readonly isTurnRequired?: boolean;
  /** Missing where nothing was measured. Times in milliseconds. */
  readonly stats?: Readonly<Record<'jitter' | 'mos' | 'rtt', { readonly average: number }>>;
  readonly totals?: { readonly packetsLost: number; readonly packetsReceived: number };
  readonly warnings: readonly { readonly name: string }[];
}

/** The same, seen by whoever listens to what it says on the console. */
export interface LoggingVoiceSdk {
  readonly Logger: VoiceSdkLogger;
}

/** The logger that all of the SDK writes through: loglevel's, and the SDK's alone. */
export interface VoiceSdkLogger {
  methodFactory: (method: LogLevel, level: number, name: string) => (...values: unknown[]) => void;
  /** Makes the methods anew, as the factory and the level want them. */
  rebuild(): void;
}

export interface VoiceSdkDeviceClass {
  new (token: string, options: VoiceSdkDeviceOptions): VoiceSdkDevice;
  readonly isSupported: boolean;
  /** One for all devices. Missing before the first of them, and where the browser has none. */
  readonly audioContext?: AudioContext;
}

export interface VoiceSdkDevice {
  /** Twilio's `Device.State`. */
  readonly state: string;
  readonly identity: string | null;
  /** Null while the signalling is down, and before it was ever up. */
  readonly edge: string | null;
  readonly isBusy: boolean;
  readonly token: string | null;
  readonly audio: VoiceSdkAudio | null;
  /** Private, and the only way to hear a heartbeat, or to say what the SDK keeps back. Missing at first. */
  readonly _stream?: VoiceSdkStream | null;
  register(): Promise<void>;
  unregister(): Promise<void>;
  updateToken(token: string): void;
  connect(options: { params: Record<string, string> }): Promise<VoiceSdkCall>;
  destroy(): void;
  on(event: 'registering' | 'registered' | 'unregistered' | 'destroyed', listener: () => void): unknown;
  on(event: 'tokenWillExpire', listener: () => void): unknown;
  on(event: 'incoming', listener: (call: VoiceSdkCall) => void): unknown;
  on(event: 'error', listener: (error: unknown, call?: VoiceSdkCall) => void): unknown;
  removeAllListeners(): unknown;
  emit(event: string): unknown;
}

/** What is private of the signalling (`pstream.js`). */
export interface VoiceSdkStream {
  readonly transport: VoiceSdkTransport;
  hangup(callSid: string): void;
}

/** What is private of the signalling: a connection that is made anew whenever it is lost (`wstransport.js`). */
export interface VoiceSdkTransport {
  readonly _socket?: EventTarget;
  on(event: 'open', listener: () => void): unknown;
  /** What the SDK does itself after 15 s without a word: lets go of the socket, and connects again. */
  _closeSocket(): void;
}

export interface VoiceSdkAudio {
  readonly inputDevice: unknown;
  /** Opens no microphone while none is open. Throws for a second one. */
  addProcessor(processor: AudioProcessor): Promise<void>;
  /** Opens the microphone and sends it from now on. Does nothing when it is the selected one already. */
  setInputDevice(deviceId: string): Promise<void>;
  /** Opens the selected microphone again. */
  setAudioConstraints(constraints: MediaTrackConstraints): Promise<void>;
  unsetInputDevice(): Promise<void>;
}

export interface VoiceSdkCall {
  readonly direction: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly customParameters: ReadonlyMap<string, string>;
  /** The id of a placed call until Twilio names its CallSid. */
  readonly outboundConnectionId?: string;
  /** Twilio's `Call.State`. */
  status(): string;
  accept(): void;
  reject(): void;
  ignore(): void;
  disconnect(): void;
  mute(shouldMute: boolean): void;
  getRemoteStream(): MediaStream | undefined;
  sendDigits(digits: string): void;
  /** Posts to the event gateway, also after the call's end. Resolves whether or not that worked. */
  postFeedback(score: number, issue?: string): Promise<void>;
  on(event: 'ringing' | 'accept' | 'reconnected', listener: () => void): unknown;
  on(event: 'cancel' | 'reject' | 'disconnect' | 'transportClose', listener: () => void): unknown;
  on(event: 'audio', listener: (element: HTMLAudioElement) => void): unknown;
  on(event: 'warning' | 'warning-cleared', listener: (name: string) => void): unknown;
  on(event: 'sample', listener: (sample: VoiceSdkSample) => void): unknown;
  on(event: 'reconnecting' | 'error', listener: (error: unknown) => void): unknown;
}

/** What the SDK measures each second; counts are of that second. */
export interface VoiceSdkSample {
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly mos: number | null;
  /** Milliseconds; not a number before the connection stands. */
  readonly rtt: number | undefined;
  /** Milliseconds. */
  readonly jitter: number;
  readonly packetsLost: number;
  /** Percent. */
  readonly packetsLostFraction: number;
  readonly packetsReceived: number;
  readonly packetsSent: number;
  /** Up to 32,767. */
  readonly audioInputLevel: number;
  readonly audioOutputLevel: number;
}

/** The SDK's own sounds, as it calls them (`sound.js`). */
export interface VoiceSdkSound {
  play(): Promise<void>;
  stop(): void;
  setSinkIds(ids: readonly string[] | string): void;
}

/** How much the SDK writes on the console. Its `debug` prints the token, unless sdk-log.ts is there before. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** `Device.Options`, and from `Sound` on what the SDK honours but keeps out of its types (`lib/device.ts`). */
export interface VoiceSdkDeviceOptions {
  readonly allowIncomingWhileBusy: boolean;
  readonly codecPreferences: readonly string[];
  readonly edge?: readonly string[];
  readonly enableImprovedSignalingErrorPrecision: boolean;
  readonly enumerateDevices: () => Promise<MediaDeviceInfo[]>;
  readonly getUserMedia: () => Promise<MediaStream>;
  readonly logLevel: LogLevel;
  readonly maxCallSignalingTimeoutMs: number;
  readonly publishEvents: boolean;
  readonly RTCPeerConnection: typeof RTCPeerConnection;
  readonly Sound: new () => VoiceSdkSound;
}

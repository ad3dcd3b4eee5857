import type { VoiceSdkCall, VoiceSdkSample } from '../../../src/twilio/voice-sdk.js';

/** One second as the SDK measures it, in which all is well. */
export const sdkSample: VoiceSdkSample = {
  timestamp: 0,
  mos: 4.2,
  rtt: 80,
  jitter: 3,
  packetsLost: 0,
  packetsLostFraction: 0,
  packetsReceived: 50,
  packetsSent: 50,
  audioInputLevel: 8_000,
  audioOutputLevel: 9_000,
};

type Listener = (...values: never[]) => void;

/** A call of the SDK whose every event the test emits, for what local Twilio cannot be made to do. */
export class FakeSdkCall implements VoiceSdkCall {
  direction = 'INCOMING';
  parameters: Record<string, string> = { From: '+14155550100', To: 'client:alice', CallSid: 'CA1' };
  customParameters = new Map<string, string>();
  state = 'pending';
  remoteStream: MediaStream | undefined = undefined;
  readonly commands: string[] = [];
  /** Set to make the next command throw it. */
  failure: Error | null = null;
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  emit(event: string, ...values: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(values as never[]));
  }

  getRemoteStream(): MediaStream | undefined {
    return this.remoteStream;
  }

  status(): string {
    return this.state;
  }

  accept(): void {
    this.#obey('accept');
    this.state = 'connecting';
  }

  reject(): void {
    this.#obey('reject');
  }

  ignore(): void {
    this.#obey('ignore');
    this.state = 'closed';
  }

  disconnect(): void {
    this.#obey('disconnect');
  }

  mute(shouldMute: boolean): void {
    this.#obey(`mute(${shouldMute})`);
  }

  postFeedback(score: number, issue?: string): Promise<void> {
    this.#obey(`postFeedback(${score}, ${issue})`);
    return Promise.resolve();
  }

  sendDigits(digits: string): void {
    this.#obey(`sendDigits(${digits})`);
  }

  #obey(command: string): void {
    this.commands.push(command);
    if (this.failure) throw this.failure;
  }
}

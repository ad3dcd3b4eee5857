import type { CallFeedback } from '../core/call-feedback.js';
import type { CallQuality, CallQualitySummary } from '../core/call-quality.js';
import { Listeners } from '../core/listeners.js';
import type { PhoneError } from '../core/phone-error.js';
import type { CallDirection, CallEnding } from '../core/phone-state.js';
import type { CallPort, CallPortEvent, ClockPort, Unsubscribe } from '../core/ports.js';
import type { CallAudio } from '../media/call-audio.js';
import type { Microphone } from '../media/microphone.js';
import { callParameters } from './call-parameters.js';
import { CallConnection } from './call-connection.js';
import { CallQualityWatch } from './call-quality-watch.js';
import { CallSound } from './call-sound.js';
import { DigitQueue } from './digit-queue.js';
import type { HoldStrategy } from './hold-strategy.js';
import { forgetIgnoredCall } from './ignore-call.js';
import { postFeedback } from './post-feedback.js';
import { restartIce } from './restart-ice.js';
import { toPhoneError } from './to-phone-error.js';
import type { VoiceSdkCall } from './voice-sdk.js';

export interface TwilioCallPortOptions {
  /** Who the device is to Twilio: the `From` of a call placed here. */
  readonly identity: string | null;
  readonly clock: ClockPort;
  readonly microphone: Microphone;
  readonly audio: CallAudio;
  /** False where nothing may be told to Twilio's event gateway. */
  readonly isFeedbackPossible: boolean;
  /** Opens the microphone again, and plays again what comes. Rejects with a `PhoneError`. */
  readonly repairSound: () => Promise<void>;
  /** Called before the call is accepted. */
  readonly onAccept: () => void;
  /** Called once, when the call is over. */
  readonly onEnd: () => void;
}

/**
 * One call of the SDK, told as it is: one end for each call, said even where the SDK is silent, and nothing
 * after it but a late error. Measured with @twilio/voice-sdk 2.18.5; the contract test has each fact by name.
 */
export class TwilioCallPort implements CallPort {
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly #call: VoiceSdkCall;
  readonly #options: TwilioCallPortOptions;
  readonly #sound: CallSound;
  readonly #quality: CallQualityWatch;
  readonly #connection: CallConnection;
  readonly #digits: DigitQueue;
  readonly #holdStrategy: HoldStrategy;
  readonly #listeners = new Listeners<CallPortEvent>();
  /** What happened before anybody listened: a placed call can fail before its port is handed over. */
  #backlog: CallPortEvent[] | null = [];
  #isRingingHere: boolean;
  #isMicrophoneLost = false;
  #ending: CallEnding | null = null;

  constructor(call: VoiceSdkCall, options: TwilioCallPortOptions) {
    this.#call = call;
    this.#options = options;
    this.direction = call.direction === 'INCOMING' ? 'INCOMING' : 'OUTGOING';
    this.#isRingingHere = this.direction === 'INCOMING';
    this.parameters = callParameters(call);
    this.from = this.parameters['From'] ?? (options.identity ? `client:${options.identity}` : '');
    this.to = this.parameters['To'] ?? '';
    this.#sound = new CallSound(call, options.audio, (event) => this.#hearSound(event));
    this.#holdStrategy = this.#sound;
    this.#quality = new CallQualityWatch(call, {
      ownSide: () => this.#sound,
      tell: (event) => this.#tellAlive(event),
    });
    this.#digits = new DigitQueue(options.clock, (digits) => this.#command(() => call.sendDigits(digits)));
    this.#listen();
    this.#connection = new CallConnection(call, {
      clock: options.clock,
      isRingingHere: () => this.isRingingHere,
      tell: (event) => this.#tellAlive(event),
    });
    if (this.direction === 'OUTGOING') this.#sound.begin();
  }

  get isHoldAvailable(): boolean {
    return this.#holdStrategy.isHoldAvailable;
  }

  get isFeedbackPossible(): boolean {
    return this.#options.isFeedbackPossible;
  }

  /** True while the call waits for an answer here. */
  get isRingingHere(): boolean {
    return this.#isRingingHere && !this.hasEnded;
  }

  get hasEnded(): boolean {
    return this.#ending !== null;
  }

  /** Whether it ended after it was placed or answered here, so that somebody may be at its far end. */
  get isHungUp(): boolean {
    return !this.#isRingingHere && (this.#ending === 'disconnect' || this.#ending === 'transportClose');
  }

  /** What Twilio calls it; before it has a CallSid, what the SDK does. */
  get callSid(): string | null {
    return this.#call.parameters['CallSid'] ?? this.#call.outboundConnectionId ?? null;
  }

  /** Whether this port speaks for that call. */
  isFor(call: VoiceSdkCall): boolean {
    return call === this.#call;
  }

  subscribe(listener: (event: CallPortEvent) => void): Unsubscribe {
    const unsubscribe = this.#listeners.subscribe(listener);
    const backlog = this.#backlog ?? [];
    this.#backlog = null;
    for (const event of backlog) listener(event);
    return unsubscribe;
  }

  accept(): void {
    this.#command(() => {
      this.#options.onAccept();
      this.#sound.begin();
      this.#call.accept();
      // The SDK is connecting from here on, and says nothing.
      if (!this.isRingingHere || this.#call.status() !== 'connecting') return;
      this.#isRingingHere = false;
      this.#tell({ type: 'connecting' });
    });
  }

  reject(): void {
    this.#command(() => this.#call.reject());
  }

  ignore(): void {
    this.#command(() => {
      this.#call.ignore();
      this.noticeIgnored();
    });
  }

  disconnect(): void {
    this.#command(() => this.#call.disconnect());
  }

  mute(shouldMute: boolean): void {
    this.#command(() => this.#sound.mute(shouldMute));
  }

  hold(shouldHold: boolean): void {
    this.#command(() => this.#holdStrategy.hold(shouldHold));
  }

  sendDigits(digits: string): void {
    this.#command(() => this.#digits.add(digits));
  }

  async reconnectSound(): Promise<void> {
    restartIce(this.#call);
    await this.#options.repairSound();
  }

  async sendFeedback(feedback: CallFeedback): Promise<void> {
    await postFeedback(this.#call, feedback);
    this.#tell({ type: 'feedback', feedback });
  }

  watchQuality(listener: (samples: readonly CallQuality[]) => void): Unsubscribe {
    return this.#quality.record.watch(listener);
  }

  summarizeQuality(): CallQualitySummary {
    return this.#quality.record.summarize();
  }

  /** The SDK ignores every ringing call when one is placed, and tells nobody. */
  noticeIgnored(): void {
    if (!this.isRingingHere || this.#call.status() !== 'closed') return;
    this.#end('ignore');
    forgetIgnoredCall(this.#call);
  }

  /** The call goes on without a microphone, or has one again. */
  setMicrophoneLost(isLost: boolean): void {
    if (isLost === this.#isMicrophoneLost || this.isRingingHere) return;
    this.#isMicrophoneLost = isLost;
    this.#quality.setRaised('microphone-lost', isLost);
  }

  /** Something went wrong that the SDK reported to the device, and that is about this call. */
  hearError(error: PhoneError): void {
    this.#tell({ type: 'error', error });
  }

  #listen(): void {
    const call = this.#call;
    call.on('ringing', () => this.#hearRinging());
    call.on('accept', () => this.#tellAlive({ type: 'accept', parameters: callParameters(call) }));
    call.on('cancel', () => this.#end('cancel'));
    call.on('reject', () => this.#end('reject'));
    call.on('disconnect', () => this.#end('disconnect'));
    call.on('transportClose', () => this.#hearTransportClose());
    call.on('error', (error) => this.hearError(this.#explain(error)));
  }

  /** `ringing` reaches every call of the device, whichever it is about. */
  #hearRinging(): void {
    if (this.direction === 'INCOMING') return;
    this.#tellAlive({ type: 'ringing', parameters: callParameters(this.#call) });
  }

  /** What our own side does to the sound is no trouble of the call's. */
  #hearSound(event: CallPortEvent): void {
    this.#tellAlive(event);
    this.#quality.refresh();
  }

  /**
   * The signalling is lost. A call that rings here is forgotten by the SDK, whatever it says next; any other
   * goes on when its server gave it a token to come back with. Which it is shows when the SDK is done telling.
   */
  #hearTransportClose(): void {
    const wasRingingHere = this.isRingingHere;
    queueMicrotask(() => {
      if (!wasRingingHere && this.#call.status() !== 'closed') return;
      this.#end('transportClose');
      this.#cleanUp();
    });
  }

  /**
   * A lost call stays behind in the SDK: its microphone open, the device busy with it for ever, `disconnect()`
   * without effect once its status is closed. Only its media handler, which is private, still lets go of it.
   */
  #cleanUp(): void {
    const { _mediaHandler } = this.#call as { _mediaHandler?: { close?: () => void } };
    if (this.#call.status() === 'closed') _mediaHandler?.close?.();
    else this.#call.disconnect();
  }

  /** The microphone knows better than the SDK why it did not open. */
  #explain(error: unknown): PhoneError {
    const explained = toPhoneError(error, 'call-failed');
    const isAboutMicrophone =
      explained.code === 'microphone-denied' || explained.code === 'microphone-failed';
    return (isAboutMicrophone && this.#options.microphone.failure) || explained;
  }

  /** A call can end twice for the SDK; its port ends once. */
  #end(ending: CallEnding): void {
    if (this.hasEnded) return;
    this.#ending = ending;
    this.#sound.end();
    this.#digits.clear();
    this.#connection.stop();
    this.#tell({ type: ending });
    this.#options.onEnd();
  }

  #tellAlive(event: CallPortEvent): void {
    if (!this.hasEnded) this.#tell(event);
  }

  #tell(event: CallPortEvent): void {
    if (this.#backlog) this.#backlog.push(event);
    else this.#listeners.emit(event);
  }

  #command(act: () => void): void {
    if (this.hasEnded) return;
    try {
      act();
    } catch (error) {
      this.hearError(toPhoneError(error, 'call-failed'));
    }
  }
}

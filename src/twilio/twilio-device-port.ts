import { Listeners } from '../core/listeners.js';
import type { PhoneError } from '../core/phone-error.js';
import type {
  CallPort,
  ClockPort,
  DevicePort,
  DevicePortEvent,
  TokenAnswer,
  Unsubscribe,
} from '../core/ports.js';
import type { AudioProcessor } from '../media/call-audio.js';
import type { LateCallKit } from './call-kit.js';
import { chooseVoiceSdk } from './choose-voice-sdk.js';
import { DeviceNews } from './device-news.js';
import { choicesFor, deviceOptions } from './device-options.js';
import type { DeviceChoices } from './device-options.js';
import { HangUpLine } from './hang-up-line.js';
import { ignoreCall } from './ignore-call.js';
import { createLateProcessor } from './late-processor.js';
import type { CallEnd, LiveCalls } from './live-calls.js';
import type { VoiceSdkLoader } from './load-voice-sdk.js';
import { isTokenError, SdkDevice } from './sdk-device.js';
import type { SdkDeviceEvent } from './sdk-device.js';
import { StuckWatch } from './stuck-watch.js';
import { toPhoneError } from './to-phone-error.js';
import type { TwilioCallPort } from './twilio-call-port.js';
import type { VoiceSdkCall } from './voice-sdk.js';
import { noAnswer, phoneDestroyed, withPatience } from './with-patience.js';

export interface TwilioDevicePortOptions extends Partial<DeviceChoices> {
  readonly clock: ClockPort;
  /** What calls are made with. */
  readonly kit: LateCallKit;
  /** Default: the SDK of this package. */
  readonly loadVoiceSdk?: VoiceSdkLoader;
}

/** Twilio's device behind the core's port: built when first needed, and replaced whenever that helps. */
export class TwilioDevicePort implements DevicePort {
  /** What becomes of hang-ups. */
  readonly hangUps = new HangUpLine(() => this.#device);
  readonly #options: TwilioDevicePortOptions;
  readonly #news = new DeviceNews();
  readonly #callEnd: CallEnd = { hangUps: this.hangUps, onEnd: () => this.#tidy() };
  readonly #stuck: StuckWatch;
  readonly #pageWatch = new AbortController();
  readonly #processor: AudioProcessor;
  #device: SdkDevice | null = null;
  #answer: TokenAnswer | null = null;
  #isWanted = false;
  #isPlacingCall = false;
  #lastWordAt: number | null = null;
  /** Told when no call can begin any more. */
  readonly #troubles = new Listeners<PhoneError>();

  constructor(options: TwilioDevicePortOptions) {
    this.#options = options;
    const { clock, kit } = options;
    this.#stuck = new StuckWatch({ clock, onStuck: () => this.#startOver() });
    this.#processor = createLateProcessor(kit);
    // Added before any device adds its own, which would reject for everybody what rings here.
    addEventListener('pagehide', () => this.#leavePage(), { signal: this.#pageWatch.signal });
  }

  /** The token in use, and what came with it; null again once nothing is to be done with it. */
  get answer(): TokenAnswer | null {
    return this.#answer;
  }

  get lastWordAt(): number | null {
    return this.#news.status === 'registered' ? this.#lastWordAt : null;
  }

  subscribe(listener: (event: DevicePortEvent) => void): Unsubscribe {
    return this.#news.subscribe(listener);
  }

  async register(answer: TokenAnswer): Promise<void> {
    this.#isWanted = true;
    this.#news.forgetErrors();
    await this.#prepare(answer);
    // Somebody may have thought better of it while the SDK was loaded.
    if (!this.#isWanted) this.#tidy();
    else if (this.#news.status !== 'registered') await this.#news.attemptEnd();
  }

  /** The SDK's own `unregister()` does not stick: a device that carries no call is taken down instead. */
  unregister(): Promise<void> {
    this.#isWanted = false;
    if (this.#isInUse || this.hangUps.isAwaited) this.#device?.unregister();
    else this.#drop();
    this.#watchRegistration();
    this.#news.tellStatus('unregistered');
    this.#news.endAttempt();
    return Promise.resolve();
  }

  /** A device that carries a call is kept: the SDK brings both back. */
  dropConnection(): void {
    if (this.#isInUse) this.#device?.reconnect();
    else this.#drop();
  }

  updateToken(answer: TokenAnswer): void {
    if (this.#device) this.#restart(answer);
  }

  async makeCall(answer: TokenAnswer, parameters: Readonly<Record<string, string>>): Promise<CallPort> {
    const kit = await this.#options.kit.load();
    const device = await this.#prepare(answer);
    device.releaseInputDevice();
    this.#isPlacingCall = true;
    const placing = device
      .connect({ ...parameters })
      .then((call) => kit.calls.add(call, device, this.#callEnd));
    const isOver = placing.finally(() => (this.#isPlacingCall = false));
    try {
      const port = await withPatience(isOver, { clock: this.#options.clock, troubles: this.#troubles });
      this.#calls?.noticeIgnored();
      return port;
    } catch (error) {
      if (this.#isPlacingCall) this.#giveUp(device, placing);
      throw toPhoneError(error, 'call-failed');
    }
  }

  /** Another microphone is to be used. Rejects with a `PhoneError`; a call then keeps the one that it has. */
  async changeMicrophone(): Promise<void> {
    await this.#calls?.changeMicrophone(() => (this.#isInUse ? this.#device : null));
  }

  destroy(): void {
    if (this.#news.status === 'destroyed') return;
    this.#isWanted = false;
    this.#calls?.ignoreRinging();
    this.#takeDown();
    this.#pageWatch.abort();
    this.#news.tellStatus('destroyed');
    this.#troubles.emit(phoneDestroyed());
  }

  /** A device that is fit for use with this token, and on its way to be registered if that is wanted. */
  async #prepare(answer: TokenAnswer): Promise<SdkDevice> {
    const { loadVoiceSdk = chooseVoiceSdk(this.#options.logLevel ?? 'error') } = this.#options;
    const sdk = await loadVoiceSdk();
    if (this.#news.status === 'destroyed') throw phoneDestroyed();
    if (answer.token !== this.#answer?.token) this.#news.forgetErrors();
    this.#answer = answer;
    const options = deviceOptions(choicesFor(answer, this.#options), () => this.#openMicrophone());
    if (!this.#isInUse && this.#device && !this.#device.isFitFor(options.edge)) this.#drop();
    this.#device ??= new SdkDevice(sdk, answer.token, options, this.#processor, (event) => this.#hear(event));
    this.#device.renew(answer.token);
    if (this.#isWanted) this.#device.register();
    if (this.#device.isRegistered) this.#hearStatus('registered');
    this.#watchRegistration();
    return this.#device;
  }

  /** None could be while what they are made with has not come. */
  get #calls(): LiveCalls | undefined {
    return this.#options.kit.current?.calls;
  }

  get #isInUse(): boolean {
    return this.#calls?.isEmpty === false || this.#isPlacingCall;
  }

  #leavePage(): void {
    this.#calls?.ignoreRinging();
    this.hangUps.mistrust();
  }

  /** A change of microphones can outlast the call that it was meant for. */
  async #openMicrophone(): Promise<MediaStream> {
    const { microphone } = await this.#options.kit.load();
    const stream = await microphone.getUserMedia();
    if (!this.#isInUse) microphone.stop();
    return stream;
  }

  #hear(event: SdkDeviceEvent): void {
    switch (event.type) {
      case 'word':
        this.#lastWordAt = this.#options.clock.monotonicNow();
        return;
      case 'incoming':
        return this.#hearIncoming(event.call);
      case 'error':
        return this.#hearError(event.error, event.call);
      case 'tokenWillExpire':
        return this.#news.tell({ type: 'tokenWillExpire' });
      case 'destroyed':
        // The page goes, or is kept for later: the SDK takes every device down then.
        this.#device = null;
        this.#watchRegistration();
        return this.#news.tellStatus('unregistered');
      default:
        return this.#hearStatus(event.type);
    }
  }

  #hearStatus(status: 'registering' | 'registered' | 'unregistered'): void {
    this.hangUps.hear(status);
    if (status === 'registered') this.#stuck.forget();
    if (this.#isWanted) {
      this.#news.tellStatus(status, this.#device);
      // Only a device that was sent away in a call needs to be asked; any other comes back by itself.
      if (status === 'unregistered') this.#device?.register();
    } else if (status === 'registered') {
      // After `unregister()` the SDK registers again whenever its connection comes back.
      this.#device?.unregister();
      queueMicrotask(() => this.#tidy());
    }
    this.#watchRegistration();
  }

  #hearIncoming(call: VoiceSdkCall): void {
    // The caller may have given up before the SDK told of the call, and nothing more would be heard of it.
    if (!this.#device || call.status() !== 'pending') return;
    if (!this.#isWanted) return ignoreCall(call);
    const kit = this.#options.kit.current;
    if (kit) this.#news.tell({ type: 'incoming', call: kit.calls.add(call, this.#device, this.#callEnd) });
    else void this.#receiveLater(call);
  }

  /** It rings before the phone is complete: rarely, and for as long as one file takes to come. */
  async #receiveLater(call: VoiceSdkCall): Promise<void> {
    try {
      await this.#options.kit.load();
      this.#hearIncoming(call);
    } catch (error) {
      ignoreCall(call);
      this.#news.tellError(toPhoneError(error, 'registration-failed'));
    }
  }

  #hearError(error: PhoneError, call: VoiceSdkCall | null): void {
    const port = call && this.#calls?.find(call);
    if (port) return port.hearError(error);
    this.#stuck.hearRefusal();
    this.#news.tellError(error);
    if (isTokenError(error)) this.#troubles.emit(error);
    // Not at once: the SDK is in the middle of telling.
    queueMicrotask(() => this.#tidy());
  }

  /** The SDK stays busy with a call that never began, and may begin it yet. */
  #giveUp(device: SdkDevice, placing: Promise<TwilioCallPort>): void {
    this.#isPlacingCall = false;
    device.spoil();
    placing.then((port) => port.disconnect()).catch(() => undefined);
    this.#tidy();
  }

  /** When no call is left: gives the microphone back, and replaces the device if that had to wait. */
  #tidy(): void {
    if (this.#isInUse) return;
    this.#options.kit.current?.microphone.stop();
    const device = this.#device;
    device?.releaseInputDevice();
    // Also a device that nobody wants may have to say yet that a call is over.
    if (!device || ((this.#isWanted || this.hangUps.isAwaited) && !device.isSpoiled)) return;
    this.#drop();
    // With a token that was refused it would only be refused again: a better one will come.
    if (this.#isWanted && this.#answer && !device.hasRefused(this.#answer.token)) this.#restart(this.#answer);
  }

  #restart(answer: TokenAnswer): void {
    this.#prepare(answer).catch((error: unknown) => {
      this.#news.tellError(toPhoneError(error, 'registration-failed'));
    });
  }

  #drop(): void {
    this.#takeDown();
    this.#news.tellStatus('unregistered');
  }

  #takeDown(): void {
    const device = this.#device;
    this.#device = null;
    this.#lastWordAt = null;
    this.hangUps.hear('unregistered');
    device?.destroy();
    // No hang-up waits for it, and nobody registers with it again: whoever it was for may have signed out.
    if (!this.#isWanted) this.#answer = null;
    this.#watchRegistration();
  }

  #watchRegistration(): void {
    this.#stuck.watch(this.#isWanted && this.#device !== null && this.#news.status !== 'registered');
  }

  #startOver(): void {
    if (this.#isInUse || !this.#answer) return this.#watchRegistration();
    if (!this.#news.isTroubled) this.#news.tellError(noAnswer('registration-failed'));
    this.#drop();
    this.#restart(this.#answer);
  }
}

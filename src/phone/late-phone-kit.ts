import type { AudioDeviceChoice, AudioDevicesPort, AudioState } from '../core/audio-devices.js';
import type { LatePhoneCallsKit } from '../core/late-calls.js';
import { unknownHistory } from '../core/call-history.js';
import type { CallLogPort } from '../core/call-log.js';
import { Listeners } from '../core/listeners.js';
import { PhoneError } from '../core/phone-error.js';
import type { MicrophonePort, RingerPort, Unsubscribe } from '../core/ports.js';
import type { LateCallKit } from '../twilio/call-kit.js';
import type { PhoneKit, PhoneKitOptions } from './create-phone-kit.js';

const noChoice: AudioDeviceChoice = Object.freeze({
  devices: Object.freeze([]),
  systemDefault: null,
  wanted: null,
  used: null,
  isChoicePossible: false,
});

/** What is known of devices before they can be looked at. */
const unknownAudio: AudioState = Object.freeze({
  microphone: noChoice,
  speaker: noChoice,
  ringer: noChoice,
  settings: Object.freeze({
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ringVolume: 1,
  }),
  areLabelsKnown: false,
});

/** After this long another try to load the kit. */
export const KIT_RETRY_DELAY_IN_MILLISECONDS = 3_000;

/** Fetches the kit's module. */
type ImportPhoneKit = () => Promise<Pick<typeof import('./create-phone-kit.js'), 'createPhoneKit'>>;

/** Stands in for the phone's kit until it is there: what is asked meanwhile is done then. */
export class LatePhoneKit implements LateCallKit, LatePhoneCallsKit {
  readonly #options: PhoneKitOptions;
  readonly #import: ImportPhoneKit;
  readonly #arrivals = new Listeners<PhoneKit>();
  #current: PhoneKit | null = null;
  #loading: Promise<PhoneKit> | null = null;
  #cancelRetry: Unsubscribe = () => undefined;
  #isRinging = false;
  #isHistoryKept = true;
  #isDestroyed = false;

  constructor(
    options: PhoneKitOptions,
    importPhoneKit: ImportPhoneKit = () => import('./create-phone-kit.js'),
  ) {
    this.#options = options;
    this.#import = importPhoneKit;
  }

  get current(): PhoneKit | null {
    return this.#current;
  }

  load(): Promise<PhoneKit> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /** Has it there before the first call: tries until it is. A phone without it is called, and cannot ring. */
  prepare(): void {
    this.#cancelRetry();
    this.load().catch(() => {
      if (this.#isDestroyed) return;
      this.#cancelRetry();
      this.#cancelRetry = this.#options.clock.schedule(KIT_RETRY_DELAY_IN_MILLISECONDS, () => this.prepare());
    });
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#cancelRetry();
    this.#current?.destroy();
  }

  readonly microphone: MicrophonePort = {
    acquire: async () => (await this.load()).microphone.acquire(),
    isGranted: async () => (await this.load()).microphone.isGranted(),
    release: () => this.#current?.microphone.release(),
  };

  readonly ringer: RingerPort = {
    start: () => {
      this.#isRinging = true;
      if (this.#current) this.#current.ringer.start();
      else this.load().catch(() => undefined);
    },
    stop: () => {
      this.#isRinging = false;
      this.#current?.ringer.stop();
    },
    announce: () => this.#current?.ringer.announce(),
    subscribe: (listener) => this.#whenThere(({ ringer }) => ringer.subscribe(listener)),
  };

  readonly audio: AudioDevicesPort = {
    getState: () => this.#current?.devices.getState() ?? unknownAudio,
    subscribe: (listener) => {
      if (!this.#current) listener(unknownAudio);
      return this.#whenThere(({ devices }) => devices.subscribe(listener));
    },
    choose: async (role, deviceId) => (await this.load()).devices.choose(role, deviceId),
    changeSettings: async (change) => (await this.load()).devices.changeSettings(change),
    askForPermission: async () => (await this.load()).devices.askForPermission(),
    watchMicrophoneLevel: (listener) =>
      this.#whenThere(({ devices }) => devices.watchMicrophoneLevel(listener)),
    playTestSound: async (role) => (await this.load()).devices.playTestSound(role),
    testMicrophone: async () => (await this.load()).devices.testMicrophone(),
  };

  /** Its kit is there before the first call. */
  readonly log: CallLogPort = {
    follow: (phone, tell) => {
      this.#whenThere(({ log }) => {
        log.follow(phone, tell);
        return () => undefined;
      });
    },
    keep: (isKept) => {
      this.#isHistoryKept = isKept;
      this.#current?.log.keep(isKept);
    },
    getState: () => this.#current?.log.getState() ?? unknownHistory,
    subscribe: (listener) => {
      if (!this.#current) listener(unknownHistory);
      return this.#whenThere(({ log }) => log.subscribe(listener));
    },
    clear: async () => (await this.load()).log.clear(),
    // A phone that was never registered has nobody's calls, except for what an earlier page left to say.
    forget: async () => (this.#loading ? (await this.#loading).forget() : forgetEarlierPage()),
    destroy: () => this.#current?.log.destroy(),
  };

  async #load(): Promise<PhoneKit> {
    const { createPhoneKit } = await this.#import().catch(failLoad);
    if (this.#isDestroyed) throw new PhoneError('invalid-state', 'The phone has been destroyed.');
    const kit = (this.#current = createPhoneKit(this.#options));
    kit.log.keep(this.#isHistoryKept);
    this.#arrivals.emit(kit);
    if (this.#isRinging) kit.ringer.start();
    return kit;
  }

  /** Subscribes now or when the kit is there, and takes back whichever it was. */
  #whenThere(subscribe: (kit: PhoneKit) => Unsubscribe): Unsubscribe {
    if (this.#current) return subscribe(this.#current);
    let undo = this.#arrivals.subscribe((kit) => {
      undo();
      undo = subscribe(kit);
    });
    return () => undo();
  }
}

async function forgetEarlierPage(): Promise<void> {
  const { hangUpMemory } = await import('./hang-up-memory.js').catch(failLoad);
  hangUpMemory.save([]);
}

function failLoad(cause: unknown): never {
  throw new PhoneError('sdk-load-failed', 'A part of the phone did not load.', { cause, recoverable: true });
}

/** What the phone needs for calls and for ringing, in one file that follows when the phone is registered. */
import { createCallActions } from '../browser/call-actions.js';
import { createSettingsStorage } from '../browser/settings-storage.js';
import { HangUps } from '../core/hang-ups.js';
import type { HangUpPort } from '../core/hang-ups.js';
import type { PhoneCallsKit } from '../core/late-calls.js';
import { PhoneCalls } from '../core/phone-calls.js';
import { CallLog } from '../core/call-log.js';
import type { ClockPort, TokenAnswer } from '../core/ports.js';
import { createAudioDevices } from '../media/audio-devices.js';
import type { AudioDevices } from '../media/audio-devices.js';
import { createCallAudio } from '../media/call-audio.js';
import { createCallSpeaker } from '../media/call-speaker.js';
import { createHoldMusicLoader } from '../media/hold-music.js';
import type { HoldMusicChoice } from '../media/hold-music.js';
import { createMicrophone } from '../media/microphone.js';
import { createRinger } from '../media/ringer.js';
import type { Ringer } from '../media/ringer.js';
import type { CallKit } from '../twilio/call-kit.js';
import { callMeanings } from '../twilio/call-meanings.js';
import { LiveCalls } from '../twilio/live-calls.js';
import { sdkAudioContext } from '../twilio/sdk-audio-context.js';
import { learnMeanings } from '../twilio/to-phone-error.js';
import { hangUpMemory } from './hang-up-memory.js';

export interface PhoneKitOptions {
  readonly clock: ClockPort;
  /** What a caller on hold hears, asked for each time. Default: our own music. */
  readonly chooseHoldMusic?: () => HoldMusicChoice;
  /** Puts the microphone that was chosen to use, in a call too. */
  readonly changeMicrophone: () => Promise<void>;
  readonly reportUnexpected: (report: string) => void;
  /** The network, where calls are hung up. */
  readonly network: () => { readonly hangUps: HangUpPort; readonly answer: TokenAnswer | null };
}

/** Everything that sounds, what a call is made with, and the core's half that knows calls. */
export interface PhoneKit extends CallKit, PhoneCallsKit {
  readonly devices: AudioDevices;
  readonly ringer: Ringer;
  readonly log: CallLog;
  readonly hangUps: HangUps;
  /** Whoever used the phone has signed out. Rejects with `history-not-cleared`. */
  forget(): Promise<void>;
  /** Lets go of everything. */
  destroy(): void;
}

/** Microphone, loudspeakers, bell and hold music, wired to the devices that the person chose. */
export function createPhoneKit(options: PhoneKitOptions): PhoneKit {
  const { clock, chooseHoldMusic, changeMicrophone, reportUnexpected, network } = options;
  learnMeanings(callMeanings);
  const devices = createAudioDevices({
    clock,
    memory: createSettingsStorage('audio'),
    borrowMicrophone: () => microphone.stream,
    reportFailure: (role, error) => reportUnexpected(`The ${role} could not be changed: ${String(error)}`),
  });
  const microphone = createMicrophone(() => devices.openMicrophone());
  const speaker = createCallSpeaker();
  const ringer = createRinger({ clock });
  const audio = createCallAudio({
    clock,
    loadHoldMusic: createHoldMusicLoader({ choose: chooseHoldMusic, report: reportUnexpected }),
    borrowContext: sdkAudioContext,
  });
  const log = new CallLog(clock, async () => {
    const { createCallHistoryStorage } = await import('../browser/call-history-storage.js');
    return createCallHistoryStorage(clock);
  });
  const hangUps = new HangUps({
    line: network().hangUps,
    actions: createCallActions(() => network().answer),
    memory: hangUpMemory,
    clock,
    random: Math.random,
  });
  const repairSound = async () => {
    speaker.playAgain();
    await changeMicrophone();
  };
  devices.onApply('microphone', changeMicrophone);
  devices.onApply('speaker', (deviceId) => speaker.setDevice(deviceId));
  devices.onApply('ringer', (deviceId) => ringer.setDevice(deviceId));
  devices.subscribe(({ settings }) => ringer.setVolume(settings.ringVolume));
  return {
    devices,
    microphone,
    ringer,
    log,
    audio,
    createCalls: (parts) => new PhoneCalls(parts),
    hangUps,
    calls: new LiveCalls({ clock, microphone, audio, speaker, repairSound }),
    forget() {
      hangUps.forget();
      return log.forget();
    },
    destroy() {
      hangUps.destroy();
      ringer.destroy();
      devices.destroy();
      audio.close();
    },
  };
}

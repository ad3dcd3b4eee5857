import type { AudioDevicesPort } from './audio-devices.js';
import type { CallLogPort } from './call-log.js';
import type { DiagnosticsPort, Pending } from './diagnostics.js';
import type { LatePhoneCallsKit } from './late-calls.js';
import type {
  ClockPort,
  DevicePort,
  IdPort,
  MicrophonePort,
  RandomPort,
  RingerPort,
  TokenAnswer,
  TokenSource,
} from './ports.js';

/** The world outside, as one phone sees it. */
export interface CallControllerPorts {
  readonly device: DevicePort;
  /** The half that knows calls, which a phone needs only once it is reachable. */
  readonly calls: LatePhoneCallsKit;
  /** Null while nobody has said yet where tokens come from. */
  readonly tokens: TokenSource | null;
  readonly microphone: MicrophonePort;
  readonly ringer: RingerPort;
  readonly audio: AudioDevicesPort;
  readonly log: CallLogPort;
  /** Loads what a check looks with; it asks for a token of its own by what it is given. Without it: no check. */
  readonly loadDiagnostics?: (requestToken: () => Pending<TokenAnswer>) => Promise<DiagnosticsPort>;
  readonly clock: ClockPort;
  readonly random: RandomPort;
  readonly createId: IdPort;
  /** Told once of each fact that the tables do not expect, and of listeners that throw. */
  readonly reportUnexpected?: (report: string) => void;
}

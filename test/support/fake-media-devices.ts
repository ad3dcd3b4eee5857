/** The browser's devices, as a test plugs them in and out. Opening one gives silence that a test can end. */
import type { DeviceDescription } from '../../src/media/device-choice.js';

/** `name` is id, group and label at once. */
export function device(kind: 'audioinput' | 'audiooutput', name: string): DeviceDescription {
  return { kind, deviceId: `${name}-id`, groupId: `${name}-group`, label: name };
}

export const microphone = (name: string) => device('audioinput', name);
export const loudspeaker = (name: string) => device('audiooutput', name);

export class FakeMediaDevices extends EventTarget {
  plugged: readonly DeviceDescription[];
  enumerations = 0;
  /** The constraints of each opening, in order. */
  readonly openings: MediaTrackConstraints[] = [];
  readonly tracks: MediaStreamTrack[] = [];
  /** Thrown at each opening while it is set. */
  failure: Error | null = null;
  readonly #context = new AudioContext();

  constructor(...plugged: DeviceDescription[]) {
    super();
    this.plugged = plugged;
  }

  /** What is plugged in changes, and the browser says so that many times. */
  plug(plugged: readonly DeviceDescription[], times = 1): void {
    this.plugged = plugged;
    for (let time = 0; time < times; time += 1) this.dispatchEvent(new Event('devicechange'));
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    this.enumerations += 1;
    return Promise.resolve(
      this.plugged.map((description) => ({ ...description, toJSON: () => description })),
    );
  }

  async getUserMedia({ audio }: MediaStreamConstraints): Promise<MediaStream> {
    const constraints = typeof audio === 'object' ? audio : {};
    this.openings.push(constraints);
    if (this.failure) throw this.failure;
    if (!this.#has(constraints.deviceId)) throw new DOMException('No such device', 'OverconstrainedError');
    const { stream } = new MediaStreamAudioDestinationNode(this.#context);
    this.tracks.push(...stream.getTracks());
    return Promise.resolve(stream);
  }

  get openTracks(): number {
    return this.tracks.filter((track) => track.readyState === 'live').length;
  }

  #has(constraint: ConstrainDOMString | undefined): boolean {
    if (typeof constraint !== 'object' || !('exact' in constraint)) return true;
    return this.plugged.some(({ deviceId }) => deviceId === constraint.exact);
  }
}

/** Everything about sound of one phone, with devices that a test plugs in and out. */
import { aTimeout } from '@open-wc/testing';
import type { AudioDeviceRole, AudioState } from '../../src/core/audio-devices.js';
import { isPhoneError } from '../../src/core/phone-error.js';
import { createAudioDevices } from '../../src/media/audio-devices.js';
import type { AudioDevices } from '../../src/media/audio-devices.js';
import type { DeviceDescription } from '../../src/media/device-choice.js';
import { FakeClock } from './fake-clock.js';
import { FakeMediaDevices, loudspeaker, microphone } from './fake-media-devices.js';

export const builtIn = microphone('Built-in');
export const headset = microphone('Headset');
export const speakers = loudspeaker('Speakers');
const earphones = loudspeaker('Earphones');
export const everything = [builtIn, headset, speakers, earphones];
export const treatment = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export interface SetUpOptions {
  readonly plugged?: readonly DeviceDescription[];
  readonly remembered?: unknown;
  readonly borrowMicrophone?: () => MediaStream | null;
}

const alive: AudioDevices[] = [];

/** Everything there is about sound, and what was applied, as `role:id`. */
export async function setUp({ plugged = everything, remembered, borrowMicrophone }: SetUpOptions = {}) {
  const clock = new FakeClock();
  const mediaDevices = new FakeMediaDevices(...plugged);
  const memory = {
    saved: remembered,
    load: () => memory.saved,
    save: (value: unknown) => (memory.saved = value),
  };
  const failures: string[] = [];
  const audio = createAudioDevices({
    clock,
    memory,
    mediaDevices,
    borrowMicrophone,
    reportFailure: (role, error) => failures.push(`${role}: ${String(error)}`),
  });
  alive.push(audio);
  const applied: string[] = [];
  const apply = (role: AudioDeviceRole) => async (id: string | null) => {
    applied.push(`${role}:${id ?? 'default'}`);
    return Promise.resolve();
  };
  for (const role of ['microphone', 'speaker', 'ringer'] as const) audio.onApply(role, apply(role));
  await aTimeout(0);
  const states: AudioState[] = [];
  audio.subscribe((state) => states.push(state));
  /** What the microphone is opened with now. */
  const constraints = async () => {
    const stream = await audio.openMicrophone();
    for (const track of stream.getTracks()) track.stop();
    return mediaDevices.openings.at(-1) ?? {};
  };
  const settle = async () => {
    clock.tick(1000);
    await aTimeout(0);
  };
  const plug = async (devices: readonly DeviceDescription[], times = 1) => {
    mediaDevices.plug(devices, times);
    await settle();
  };
  return { audio, clock, mediaDevices, memory, applied, failures, states, constraints, plug, settle };
}

/** The code of the error that a promise rejects with, or what came instead. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => 'nothing was thrown',
    (thrown: unknown) => thrown,
  );
  return isPhoneError(error) ? error.code : String(error);
}

/** As when a microphone is unplugged. */
export function endByItself(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.dispatchEvent(new Event('ended'));
}

/** After each test. */
export function tearDown(): void {
  for (const audio of alive.splice(0)) audio.destroy();
}

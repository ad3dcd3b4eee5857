/**
 * A sound system of our own: a PulseAudio daemon with virtual microphones and loudspeakers that are plugged in
 * and out while a browser runs. A browser's fake devices never change.
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** What a loudspeaker plays is measured at this rate. */
export const LOUDSPEAKER_RATE_IN_HERTZ = 48_000;
const KEPT_IN_SECONDS = 5;
const STARTS_WITHIN_MILLISECONDS = 10_000;

/** Otherwise a sink plays two seconds of silence ahead, which no ear at it sees corrected. */
const steady = [`rate=${LOUDSPEAKER_RATE_IN_HERTZ}`, 'norewinds=1'] as const;

/** Something plugged in. */
export interface Plugged {
  unplug(): Promise<void>;
}

/** A loudspeaker, with an ear at it. */
export interface Loudspeaker extends Plugged {
  /** What it played in the last so many milliseconds; zeros before anything was played. */
  samples(milliseconds: number): Int16Array;
}

export class PulseAudio {
  readonly #folder: string;
  readonly #daemon: ChildProcess;
  readonly #ears = new Set<ChildProcess>();
  readonly #rooms = new Set<string>();

  private constructor(folder: string, daemon: ChildProcess) {
    this.#folder = folder;
    this.#daemon = daemon;
    // A test that breaks off leaves nothing behind.
    process.once('exit', () => this.#endAll());
  }

  /** Starts a daemon without any device. Rejects with a sentence that says what to install. */
  static async start(): Promise<PulseAudio> {
    const folder = mkdtempSync(join(tmpdir(), 'pulse-'));
    const daemon = spawn(
      'pulseaudio',
      // No configuration but this: nothing that hides a lost device from a browser by moving it to another.
      ['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disallow-exit'].concat([
        '--log-level=error',
        '-L',
        `module-native-protocol-unix socket=${folder}/socket auth-anonymous=1`,
      ]),
      { env: homeIn(folder), stdio: 'ignore' },
    );
    await once(daemon, 'spawn').catch((cause: unknown) => {
      throw new Error(missing, { cause });
    });
    const pulse = new PulseAudio(folder, daemon);
    await pulse.#waitUntilItAnswers();
    return pulse;
  }

  /**
   * What is built in and hence the default. In this order: whoever uses a default is moved along when it changes,
   * an ear as well as a hum.
   */
  async buildIn(loudspeaker: string, microphone: string, frequencyInHertz: number): Promise<Loudspeaker> {
    const module = await this.#loadLoudspeaker(loudspeaker);
    await this.control('set-default-sink', loudspeaker);
    await this.plugMicrophone(microphone, frequencyInHertz);
    await this.control('set-default-source', microphone);
    return this.#loudspeaker(loudspeaker, () => this.#unload(module));
  }

  /** For a browser's PULSE_SERVER. */
  get server(): string {
    return `unix:${this.#folder}/socket`;
  }

  /** A loudspeaker, without a space in its name. */
  async plugLoudspeaker(name: string): Promise<Loudspeaker> {
    const module = await this.#loadLoudspeaker(name);
    return this.#loudspeaker(name, () => this.#unload(module));
  }

  /** A microphone that hums one tone, without a space in its name. */
  async plugMicrophone(name: string, frequencyInHertz: number): Promise<Plugged> {
    const room = await this.#openRoom(frequencyInHertz);
    const module = await this.#load(
      'module-remap-source',
      `source_name=${name}`,
      `master=${room}.monitor`,
      describe('source', name),
    );
    await this.control('set-source-volume', name, '50%');
    return { unplug: () => this.#unload(module) };
  }

  /** How many programs record from any microphone at this moment. */
  async countRecordings(): Promise<number> {
    const recordings = JSON.parse(await this.control('--format=json', 'list', 'source-outputs')) as {
      readonly properties: Readonly<Record<string, string>>;
    }[];
    const programs = recordings.map(({ properties }) => properties['application.name']);
    return programs.filter((program) => program !== undefined && program !== 'ear').length;
  }

  /** Runs `pactl`. */
  async control(...words: string[]): Promise<string> {
    const { stdout } = await runFile('pactl', words, { env: this.#environment });
    return stdout.trim();
  }

  async stop(): Promise<void> {
    const hasExited = once(this.#daemon, 'exit');
    this.#endAll();
    await hasExited;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #endAll(): void {
    for (const ear of this.#ears) ear.kill();
    this.#daemon.kill('SIGKILL');
  }

  get #environment() {
    return { ...homeIn(this.#folder), PULSE_SERVER: this.server };
  }

  #loadLoudspeaker(name: string): Promise<string> {
    return this.#load('module-null-sink', `sink_name=${name}`, ...steady, describe('sink', name));
  }

  async #loudspeaker(name: string, unload: () => Promise<void>): Promise<Loudspeaker> {
    const ear = await this.#listen(`${name}.monitor`);
    return {
      samples: ear.samples,
      unplug: async () => {
        ear.stop();
        await unload();
      },
    };
  }

  /** Where one tone hums for ever; a browser takes it for one more loudspeaker. */
  async #openRoom(frequencyInHertz: number): Promise<string> {
    const name = `Room${frequencyInHertz}`;
    if (this.#rooms.has(name)) return name;
    this.#rooms.add(name);
    await this.#loadLoudspeaker(name);
    await this.#load('module-sine', `sink=${name}`, `frequency=${frequencyInHertz}`);
    return name;
  }

  async #load(...words: string[]): Promise<string> {
    return this.control('load-module', ...words);
  }

  async #unload(module: string): Promise<void> {
    await this.control('unload-module', module);
  }

  async #listen(source: string) {
    const ear = spawn(
      'parec',
      [
        '-d',
        source,
        '--raw',
        '--format=s16le',
        '--channels=1',
        '--client-name=ear',
        '--latency-msec=20',
      ].concat(`--rate=${LOUDSPEAKER_RATE_IN_HERTZ}`),
      { env: this.#environment, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    this.#ears.add(ear);
    const capacity = LOUDSPEAKER_RATE_IN_HERTZ * KEPT_IN_SECONDS * 2;
    let heard = Buffer.alloc(capacity);
    ear.stdout.on('data', (chunk: Buffer) => (heard = Buffer.concat([heard, chunk]).subarray(-capacity)));
    await once(ear.stdout, 'data');
    return {
      samples(milliseconds: number) {
        const bytes = heard.subarray(-Math.round((LOUDSPEAKER_RATE_IN_HERTZ * milliseconds) / 1000) * 2);
        return new Int16Array(Uint8Array.from(bytes).buffer);
      },
      stop: () => ear.kill(),
    };
  }

  async #waitUntilItAnswers(): Promise<void> {
    const deadline = performance.now() + STARTS_WITHIN_MILLISECONDS;
    for (;;) {
      const hasAnswered = await this.control('info').then(
        () => true,
        () => false,
      );
      if (hasAnswered) return;
      if (performance.now() > deadline) throw new Error('The PulseAudio daemon does not answer.');
    }
  }
}

const missing =
  'These tests need a PulseAudio daemon: install the packages pulseaudio and pulseaudio-utils (Debian, Ubuntu), ' +
  'or leave these tests out.';

function describe(kind: 'sink' | 'source', name: string): string {
  return `${kind}_properties=device.description=${name}`;
}

/** Nothing of the user's own sound is touched, or read. */
function homeIn(folder: string) {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    PULSE_RUNTIME_PATH: folder,
    PULSE_STATE_PATH: folder,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
}

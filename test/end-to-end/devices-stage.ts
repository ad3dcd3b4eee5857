import { after, afterEach, before } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { LocalTwilio } from '../../demo/local-twilio/index.js';
import { startDemo } from '../../demo/server/start-demo.js';
import type { Demo } from '../../demo/server/start-demo.js';
import { browserArguments } from '../../scripts/browser-arguments.mjs';
import { findBrowser } from '../../scripts/browser.mjs';
import type { AudioDeviceRole, AudioSettings, AudioState } from '../../src/core/audio-devices.js';
import type { TwilioPhone } from '../../src/index.js';
import { PulseAudio } from '../support/pulse-audio.js';
import type { Loudspeaker, Plugged } from '../support/pulse-audio.js';
import { Portal } from './portal.js';
import { until } from './until.js';

const CEILING_IN_MILLISECONDS = 20_000;

/** What each microphone hums, so that whoever hears it knows which one it is. */
export const hums = { BuiltIn: 500, Headset: 800 } as const;

declare global {
  interface Window {
    /** How often a microphone was opened, and each state of the devices that was told. */
    deviceLog: { openings: number; states: AudioState[] };
  }
}

/** The demo, in a browser whose microphones and loudspeakers are plugged in and out. */
export class DevicesStage {
  readonly pulse: PulseAudio;
  /** The loudspeaker that is always there. */
  readonly speakers: Loudspeaker;
  readonly portal: Portal;
  readonly localTwilio: LocalTwilio;
  readonly #demo: Demo;
  readonly #browser: Browser;
  readonly #plugged = new Set<Plugged>();

  private constructor(pulse: PulseAudio, speakers: Loudspeaker, demo: Demo, browser: Browser, page: Page) {
    if (!demo.localTwilio) throw new Error('There is no local Twilio.');
    this.pulse = pulse;
    this.speakers = speakers;
    this.localTwilio = demo.localTwilio;
    this.portal = new Portal(page);
    this.#demo = demo;
    this.#browser = browser;
  }

  static async start(): Promise<DevicesStage> {
    const pulse = await PulseAudio.start();
    const speakers = await pulse.buildIn('Speakers', 'BuiltIn', hums.BuiltIn);
    const demo = await startDemo();
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      env: { ...process.env, PULSE_SERVER: pulse.server },
      args: browserArguments.filter((argument) => argument !== '--use-fake-device-for-media-stream'),
      ignoreDefaultArgs: ['--mute-audio'],
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(CEILING_IN_MILLISECONDS);
    await page.addInitScript(countOpenings);
    const stage = new DevicesStage(pulse, speakers, demo, browser, page);
    await stage.openPortal();
    return stage;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#demo.stop();
    await this.pulse.stop();
  }

  /** Everything that a test plugged in is unplugged, calls are over, and nothing is chosen any more. */
  async clear(): Promise<void> {
    for (const plugged of this.#plugged) await plugged.unplug();
    this.#plugged.clear();
    await this.portal.page.evaluate(() => localStorage.clear());
    await this.openPortal();
  }

  /** The portal, ready for calls, with a microphone that is not taken for noise. */
  async openPortal(): Promise<void> {
    await this.portal.page.goto(this.#demo.portalAddress);
    await this.portal.waitUntilReady();
    await this.changeSettings({ noiseSuppression: false, echoCancellation: false, autoGainControl: false });
    await this.portal.page.evaluate(() => {
      const audio = document.querySelector<TwilioPhone>('twilio-phone')?.controller?.audio;
      audio?.subscribe((state) => window.deviceLog.states.push(state));
    });
  }

  async plugMicrophone(name: keyof typeof hums): Promise<Plugged> {
    return this.#plug(await this.pulse.plugMicrophone(name, hums[name]));
  }

  /**
   * A name is used once: Chromium keeps what it opened for ten seconds more, and the daemon moves that to another
   * loudspeaker when its own is unplugged.
   */
  async plugLoudspeaker(name: string): Promise<Loudspeaker> {
    return this.#plug(await this.pulse.plugLoudspeaker(name));
  }

  /** Waits until the phone lists the device, as a person would before choosing it. */
  async choose(role: AudioDeviceRole, label: string): Promise<void> {
    await this.waitForState(`${label} to be listed`, (state) =>
      state[role].devices.some((device) => device.label === label),
    );
    await this.portal.page.evaluate(
      async ({ role, label }) => {
        const audio = document.querySelector<TwilioPhone>('twilio-phone')?.controller?.audio;
        const device = audio?.getState()[role].devices.find((other) => other.label === label);
        await audio?.choose(role, device?.id ?? 'unknown');
      },
      { role, label },
    );
  }

  async changeSettings(change: Partial<AudioSettings>): Promise<void> {
    await this.portal.page.evaluate(async (settings) => {
      await document.querySelector<TwilioPhone>('twilio-phone')?.controller?.audio.changeSettings(settings);
    }, change);
  }

  async playTestSound(role: 'speaker' | 'ringer'): Promise<void> {
    await this.portal.page.evaluate(async (wanted) => {
      await document.querySelector<TwilioPhone>('twilio-phone')?.controller?.audio.playTestSound(wanted);
    }, role);
  }

  /** Resolves with the first state that is as wished. */
  async waitForState(what: string, isAsWished: (state: AudioState) => boolean): Promise<AudioState> {
    return until(what, async () => {
      const state = (await this.#readLog()).states.at(-1);
      return state && isAsWished(state) ? state : null;
    });
  }

  /** How often a microphone was opened, and how many states were told, since the page was opened. */
  async countChanges(): Promise<{ readonly openings: number; readonly states: number }> {
    const { openings, states } = await this.#readLog();
    return { openings, states: states.length };
  }

  /** Chromium without udev, as in a container, sees that devices changed only when some page lists them. */
  async #readLog() {
    return this.portal.page.evaluate(async () => {
      await navigator.mediaDevices.enumerateDevices();
      return window.deviceLog;
    });
  }

  #plug<Device extends Plugged>(device: Device): Device {
    let isPlugged = true;
    const { unplug } = device;
    const plugged = {
      ...device,
      unplug: async () => {
        if (isPlugged) await unplug();
        isPlugged = false;
      },
    };
    this.#plugged.add(plugged);
    return plugged;
  }
}

/** One stage for all tests of a file; each of them clears it when it is done. */
export function useDevices(): () => DevicesStage {
  let stage: DevicesStage | null = null;
  before(async () => (stage = await DevicesStage.start()));
  afterEach(() => stage?.clear());
  after(() => stage?.stop());
  return () => {
    if (!stage) throw new Error('The stage is not set.');
    return stage;
  };
}

/** Runs in the page, before any of its own scripts. */
function countOpenings(): void {
  const log = { openings: 0, states: [] };
  window.deviceLog = log;
  const { getUserMedia } = MediaDevices.prototype;
  MediaDevices.prototype.getUserMedia = function (this: MediaDevices, constraints) {
    log.openings += 1;
    return getUserMedia.call(this, constraints);
  };
}

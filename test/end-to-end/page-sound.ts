import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** What the page says into its microphone, and what it plays: put there by these tests. */
    testSound: {
      setFrequency(frequencyInHertz: number): void;
      refuseMicrophone(isRefused: boolean): void;
      played(): number[];
    };
  }
}

/** Sound in a page is measured at this rate, whatever the machine's own is. */
export const PAGE_SAMPLE_RATE_IN_HERTZ = 48_000;

/**
 * Gives a page a microphone that hums one tone, so that whoever hears it knows it again, and an ear at every
 * loudspeaker: `played()` is what the page's audio elements sound at this moment.
 */
export async function giveSound(page: Page, frequencyInHertz: number): Promise<void> {
  // tsx keeps the names of functions with a helper that no page has.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(installSound, { frequencyInHertz, sampleRate: PAGE_SAMPLE_RATE_IN_HERTZ });
}

/** What the page plays now: about a sixth of a second, from -1 to 1. */
export async function soundOf(page: Page): Promise<number[]> {
  return page.evaluate(() => window.testSound.played());
}

/** Runs in the page, before any of its own scripts. */
function installSound(settings: { frequencyInHertz: number; sampleRate: number }): void {
  const elements = new Set<HTMLMediaElement>();
  const ears = new WeakMap<MediaStream, AnalyserNode>();
  let context: AudioContext | null = null;
  let oscillators: OscillatorNode[] = [];
  let isRefused = false;

  const openContext = (): AudioContext => (context ??= new AudioContext({ sampleRate: settings.sampleRate }));

  const openMicrophone = (): MediaStream => {
    const oscillator = new OscillatorNode(openContext(), { frequency: settings.frequencyInHertz });
    const loudness = new GainNode(openContext(), { gain: 0.3 });
    const destination = new MediaStreamAudioDestinationNode(openContext());
    oscillator.connect(loudness).connect(destination);
    oscillator.start();
    oscillators = [...oscillators, oscillator];
    return destination.stream;
  };

  const earOf = (stream: MediaStream): AnalyserNode => {
    const known = ears.get(stream);
    if (known) return known;
    const ear = new AnalyserNode(openContext(), { fftSize: 8192 });
    new MediaStreamAudioSourceNode(openContext(), { mediaStream: stream }).connect(ear);
    ears.set(stream, ear);
    return ear;
  };

  const hear = (element: HTMLMediaElement): Float32Array => {
    const samples = new Float32Array(8192);
    const stream = element.srcObject;
    const isSilent = element.paused || element.muted || element.volume === 0;
    if (isSilent || !(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) return samples;
    earOf(stream).getFloatTimeDomainData(samples);
    return samples;
  };

  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    elements.add(this);
    return play.call(this);
  };
  navigator.mediaDevices.getUserMedia = () =>
    isRefused
      ? Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
      : Promise.resolve(openMicrophone());

  window.testSound = {
    setFrequency(frequencyInHertz) {
      settings.frequencyInHertz = frequencyInHertz;
      for (const oscillator of oscillators) oscillator.frequency.value = frequencyInHertz;
    },
    refuseMicrophone(refused) {
      isRefused = refused;
    },
    played() {
      const sounds = [...elements].map(hear);
      return Array.from({ length: 8192 }, (_, index) =>
        sounds.reduce((sum, sound) => sum + (sound[index] ?? 0), 0),
      );
    },
  };
}

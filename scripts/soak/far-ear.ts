import { SAMPLE_RATE_IN_HERTZ } from '../../demo/local-twilio/media/audio.js';
import type { AudioSource } from '../../demo/local-twilio/media/audio.js';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { levelAt, rms } from '../../test/support/measure-sound.js';
import { VOICE_IN_HERTZ } from './microphone-file.js';
import { until } from './until.js';

const LISTENED_IN_MILLISECONDS = 200;
/** The voice is spoken at an RMS of about 0.3; the browser's own gain control may turn it down. */
const HEARD_LEVEL = 0.03;
/** Hold music has a little of every tone. */
const UNHEARD_LEVEL = 0.015;

/** Listens at the far end of one call, in Node, to what came there over RTP. */
export class FarEar {
  readonly #recorder;

  constructor(source: AudioSource) {
    this.#recorder = record(source);
  }

  /** Resolves when the voice of the page is heard. */
  hearsVoice(): Promise<void> {
    return this.#wait('the far end hears the page', (samples) => {
      const level = levelOfVoice(samples);
      // It is the tone that was spoken and not just any noise.
      return level > HEARD_LEVEL && level > rms(samples) / 2;
    });
  }

  /** Resolves when the voice is not heard any more, whatever else is. */
  hearsNoVoice(): Promise<void> {
    return this.#wait(
      'the far end does not hear the page',
      (samples) => levelOfVoice(samples) < UNHEARD_LEVEL,
    );
  }

  stop(): void {
    this.#recorder.stop();
  }

  async #wait(what: string, isSo: (samples: Int16Array) => boolean): Promise<void> {
    let heard = 0;
    await until(
      () => `${what} (it hears ${heard.toFixed(3)})`,
      () => {
        const samples = this.#recorder.samples(LISTENED_IN_MILLISECONDS);
        heard = levelOfVoice(samples);
        return samples.length > 0 && isSo(samples);
      },
    );
  }
}

function levelOfVoice(samples: Int16Array): number {
  return levelAt(samples, VOICE_IN_HERTZ, SAMPLE_RATE_IN_HERTZ);
}

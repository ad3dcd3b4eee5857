import type { AudioSource } from '../audio.js';
import { synthesize } from '../synthesize.js';
import { playSamples } from './samples.js';

/** How a text is spoken. */
export interface SpeechSettings {
  /** A BCP 47 tag such as `en-US`. Default: American English, as Twilio's. */
  readonly language?: string;
  /** Default: the language's own voice. */
  readonly voice?: 'man' | 'woman';
}

/** Speaks a text once. Rejects when the language is not known. The first time takes a quarter of a second. */
export async function speech(text: string, settings: SpeechSettings = {}): Promise<AudioSource> {
  return playSamples(await synthesize(text, nameOfVoice(settings)));
}

function nameOfVoice({ language = 'en-US', voice }: SpeechSettings): string {
  const variants = { man: '+m3', woman: '+f3' };
  return language.toLowerCase() + (voice ? variants[voice] : '');
}

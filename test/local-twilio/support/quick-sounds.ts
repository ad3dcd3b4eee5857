import type { AudioSource } from '../../../demo/local-twilio/media/audio.js';
import { silentSource } from './fake-peer.js';

/** A sound that is over at once, with a name to know it by. */
export interface NamedSource extends AudioSource {
  readonly name: string;
}

/** Sounds that take no time, so that a test hears what is played and in which order, and waits for none of it. */
export const quickSounds = {
  ringback: (): NamedSource => ({ ...silentSource(), name: 'ringback' }),
  pause: (durationInMilliseconds: number) => ended(`pause ${durationInMilliseconds}`),
  speech: (text: string, { language, voice }: { language?: string; voice?: string }) =>
    language === 'xx-XX'
      ? Promise.reject(new Error('No such language.'))
      : Promise.resolve(ended(['say', text, language, voice].filter(Boolean).join(' '))),
  wave: (bytes: Uint8Array) => {
    if (bytes.length === 0) throw new Error('This is no sound.');
    return ended(`wave of ${bytes.length}`);
  },
  keys: (digits: string) => ended(`keys ${digits}`),
};

function ended(name: string): NamedSource {
  return { name, read: () => null, ended: Promise.resolve() };
}

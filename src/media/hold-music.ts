/** What a caller on hold hears: ours, the page's own, or nothing. Loaded when it is first needed. */

/** What the page may choose. Looked at whenever music is loaded, so that it may change between calls. */
export interface HoldMusicChoice {
  /** `hold-music`: an address (http or https) of a file that the browser can play; null for ours. */
  readonly url: string | null;
  /** `without-hold-music`: silence. */
  readonly isSilent: boolean;
}

export interface HoldMusicOptions {
  /** Default: our own music. */
  readonly choose?: () => HoldMusicChoice;
  /** Told, in a sentence for the page's developer, why our music plays in the place of the page's. */
  readonly report?: (sentence: string) => void;
}

/** Music ready to be played in a loop, or null for silence. Never rejects. */
export type HoldMusicLoader = (context: BaseAudioContext) => Promise<AudioBuffer | null>;

const PATIENCE_IN_MILLISECONDS = 20_000;
/** A quarter of an hour of good speech; decoded it takes twenty times as much memory. */
const LARGEST_FILE_IN_BYTES = 10_000_000;

/** Loads each music once; one that failed is tried again the next time. */
export function createHoldMusicLoader({ choose, report }: HoldMusicOptions = {}): HoldMusicLoader {
  const loaded = new Map<string, AudioBuffer>();

  const remember = async (name: string, load: () => Promise<AudioBuffer>): Promise<AudioBuffer> => {
    const music = loaded.get(name) ?? (await load());
    loaded.set(name, music);
    return music;
  };

  const loadOurs = async (): Promise<AudioBuffer | null> => {
    try {
      return await remember('', async () => (await import('./compose-hold-music.js')).composeHoldMusic());
    } catch (error) {
      report?.(`The hold music could not be made, so callers on hold hear silence: ${String(error)}.`);
      return null;
    }
  };

  return async (context) => {
    const { url, isSilent } = choose?.() ?? { url: null, isSilent: false };
    if (isSilent) return null;
    if (!url) return loadOurs();
    try {
      return await remember(url, () => fetchMusic(context, url));
    } catch (error) {
      report?.(`The hold music "${url}" cannot be played, so ours is: ${String(error)}.`);
      return loadOurs();
    }
  };
}

async function fetchMusic(context: BaseAudioContext, address: string): Promise<AudioBuffer> {
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError('it is not an http(s) address');
  const response = await fetch(url, {
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE_IN_MILLISECONDS),
  });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const file = await response.arrayBuffer();
  if (file.byteLength > LARGEST_FILE_IN_BYTES) throw new RangeError('it is larger than 10 MB');
  return context.decodeAudioData(file);
}

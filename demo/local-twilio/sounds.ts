import { pause } from './media/sources/silence.js';
import { ringback } from './media/sources/call-progress.js';
import { sequence } from './media/sources/sequence.js';
import { chord } from './media/sources/tone.js';
import { finite } from './media/sources/finite.js';
import { speech } from './media/sources/speech.js';
import { wave } from './media/sources/wave.js';
import type { AudioSource } from './media/audio.js';
import type { Sounds } from './twiml/twiml-run.js';

const KEY_IN_FRAMES = 5;
const GAP_IN_MILLISECONDS = 100;
/** Twilio's `w` in `<Play digits>`. */
const WAIT_IN_MILLISECONDS = 500;

/** The two frequencies of each key, in hertz (ITU-T Q.23). */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477, 1633];
const keypad = ['123A', '456B', '789C', '*0#D'];

/** The sounds of this telephone network. */
export const sounds: Sounds = { ringback, pause, speech, wave, keys };

function keys(digits: string): AudioSource {
  return sequence(
    [...digits].flatMap((digit) => (digit === 'w' ? [pause(WAIT_IN_MILLISECONDS)] : key(digit))),
  );
}

function key(digit: string): AudioSource[] {
  const row = keypad.findIndex((digitsOfRow) => digitsOfRow.includes(digit));
  const column = keypad[row]?.indexOf(digit) ?? -1;
  const frequencies = [rows[row], columns[column]].filter((frequency) => frequency !== undefined);
  const tones = chord(frequencies, 0.2);
  return [finite(KEY_IN_FRAMES, () => tones.read()), pause(GAP_IN_MILLISECONDS)];
}

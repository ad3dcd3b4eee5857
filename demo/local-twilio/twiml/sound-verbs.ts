import type { AudioSource } from '../media/audio.js';
import { echo } from '../media/sources/echo.js';
import { TwilioError } from '../twilio-error.js';
import { readNumber } from './attributes.js';
import type { TwimlElement } from './parse-twiml.js';
import type { TwimlRun, VerbOutcome } from './twiml-run.js';

/** `<Say>`: a text spoken. */
export async function say(verb: TwimlElement, run: TwimlRun): Promise<VerbOutcome> {
  if (verb.text === '') return 'next-verb';
  const { language, voice } = verb.attributes;
  const speak = () =>
    run.services.sounds
      .speech(verb.text, { language, voice: voice === 'man' || voice === 'woman' ? voice : undefined })
      .catch((error: unknown) => {
        throw new TwilioError(13512, String(error));
      });
  await playLoop(verb, run, speak);
  return 'next-verb';
}

/** `<Play>`: a WAVE file from an address, or keys. */
export async function play(verb: TwimlElement, run: TwimlRun): Promise<VerbOutcome> {
  const { digits } = verb.attributes;
  if (digits !== undefined) {
    await playLoop(verb, run, () => run.services.sounds.keys(digits));
    return 'next-verb';
  }
  const bytes = await fetchSound(run.resolve(verb.text));
  await playLoop(verb, run, () => asSound(bytes, run));
  return 'next-verb';
}

/** `<Pause>`: nothing for a while. As a document's first verb it lets the caller ring that long. */
export async function pause(verb: TwimlElement, run: TwimlRun): Promise<VerbOutcome> {
  const durationInMilliseconds = readNumber(verb, 'length', 1) * 1000;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => (timer = setTimeout(resolve, durationInMilliseconds)));
  await Promise.race([over, run.leg.ended]);
  clearTimeout(timer);
  return 'next-verb';
}

/** `<Echo>`: the caller hears what they say, until they hang up. */
export async function echoBack(_verb: TwimlElement, { leg }: TwimlRun): Promise<VerbOutcome> {
  await leg.answer();
  leg.play(echo(leg.listen(), 0));
  await leg.ended;
  return 'end';
}

/** Sounds as often as the verb's `loop` says; 0 is for ever. */
async function playLoop(
  verb: TwimlElement,
  run: TwimlRun,
  createSource: () => AudioSource | Promise<AudioSource>,
): Promise<void> {
  const loop = readNumber(verb, 'loop', 1);
  await run.leg.answer();
  for (let count = 0; (loop === 0 || count < loop) && !run.leg.isOver; count += 1) {
    const source = await createSource();
    run.leg.play(source);
    await Promise.race([source.ended, run.leg.ended]);
  }
  run.leg.play(null);
}

async function fetchSound(address: string): Promise<Uint8Array> {
  if (!/^https?:\/\//.test(address)) throw new TwilioError(11100, address);
  const response = await fetch(address).catch((error: unknown) => {
    throw new TwilioError(11205, `${address} (${String(error)})`);
  });
  if (!response.ok) throw new TwilioError(11200, `${address} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function asSound(bytes: Uint8Array, run: TwimlRun): AudioSource {
  try {
    return run.services.sounds.wave(bytes);
  } catch (error) {
    throw new TwilioError(12300, String(error));
  }
}

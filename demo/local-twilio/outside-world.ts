import type { DirectoryEntry } from './phone-booth-line.js';
import type { Log } from './log.js';
import { echo } from './media/sources/echo.js';
import { Telephone } from './telephone.js';
import type { Sounds } from './twiml/twiml-run.js';

/** What a voice needs: sounds, and somebody to tell when there are none. */
export interface Surroundings {
  readonly sounds: Sounds;
  readonly log: Log;
}

/** Someone who answers a made-up number. */
interface Listing extends DirectoryEntry {
  readonly onRing: (telephone: Telephone, surroundings: Surroundings) => void;
}

const ECHO_DELAY_IN_MILLISECONDS = 500;

/** The made-up numbers; 555-01xx is set aside for fiction. Any other number is nobody's. */
const listings: readonly Listing[] = [
  {
    number: '+12025550101',
    name: 'Echo',
    description: 'answers, says hello, and then repeats what it hears',
    onRing: (telephone, surroundings) => {
      telephone.answer();
      void greetThenEcho(telephone, surroundings);
    },
  },
  {
    number: '+12025550102',
    name: 'Always busy',
    description: 'is busy',
    onRing: (telephone) => telephone.hangUp('busy'),
  },
  {
    number: '+12025550103',
    name: 'Never there',
    description: 'rings and is not answered',
    onRing: () => undefined,
  },
];

/** The made-up numbers, for people to choose from. */
export const directory: readonly DirectoryEntry[] = listings.map(({ number, name, description }) => ({
  number,
  name,
  description,
}));

/** The telephone of a made-up number, or null for a number that nobody has. */
export function findTelephone(number: string, surroundings: Surroundings): Telephone | null {
  const listing = listings.find((one) => one.number === number);
  return listing ? new Telephone((telephone) => listing.onRing(telephone, surroundings)) : null;
}

/**
 * Says a sentence and then repeats what it hears, so that one person alone hears somebody. Never rejects: a
 * greeting that cannot be spoken is left out, and the log says so.
 */
export async function greetThenEcho(telephone: Telephone, { sounds, log }: Surroundings): Promise<void> {
  const greeting = await sounds
    .speech('Hello. Say something, and you will hear it again.', {})
    .catch((error: unknown) => {
      log({ level: 'warning', code: null, message: `No greeting: ${String(error)}`, callSid: null });
      return null;
    });
  telephone.say(greeting);
  await greeting?.ended;
  telephone.say(echo(telephone.hear(), ECHO_DELAY_IN_MILLISECONDS));
}

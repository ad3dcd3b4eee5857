import type { CallController } from '../core/call-controller.js';
import type { FactHistory } from '../core/fact-history.js';
import { FactTeller } from '../core/fact-teller.js';

/**
 * Writes on the console what happens to a phone, as `log-level="debug"` asks for: what was missed first.
 * Without names, and of numbers the last two digits.
 * @param history what the phone has remembered: each fact is there before it is told to anybody who came later.
 */
export function logFacts(phone: Pick<CallController, 'subscribeToFacts'>, history: FactHistory): void {
  const teller = new FactTeller();
  for (const kept of history.facts) console.debug('twilio-phone:', teller.tell(kept));
  phone.subscribeToFacts(() => {
    const latest = history.facts.at(-1);
    if (latest) console.debug('twilio-phone:', teller.tell(latest));
  });
}

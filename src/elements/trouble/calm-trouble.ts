import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClockPort, Unsubscribe } from '../../core/ports.js';
import type { Trouble } from './find-trouble.js';

/** What heals within this time is not said at all: it would only flash up. */
export const HEALS_WITHIN_IN_MILLISECONDS = 5_000;

/**
 * Keeps trouble calm: what may heal by itself has to last before it is said, and what is said stays while the
 * phone tries again and again, though each try fails a little differently.
 */
export class CalmTrouble implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #schedule: ClockPort['schedule'];
  #shown: Trouble | null = null;
  #ripe = '';
  #ripening: { readonly key: string; readonly cancel: Unsubscribe } | null = null;

  constructor(host: ReactiveControllerHost, schedule: ClockPort['schedule']) {
    this.#host = host;
    this.#schedule = schedule;
    host.addController(this);
  }

  /**
   * What to show, given what is wrong now.
   * @param isBeingMended somebody has asked to try again: what is shown stays until that is over.
   */
  calm(trouble: Trouble | null, isBeingMended: boolean): Trouble | null {
    if (!trouble && isBeingMended && this.#shown?.about === 'device') return this.#shown;
    this.#shown = this.#choose(trouble);
    return this.#shown;
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #choose(trouble: Trouble | null): Trouble | null {
    const key = trouble ? keyOf(trouble) : '';
    const isCalm = !trouble || !mayHeal(trouble) || key === this.#ripe;
    if (isCalm || (this.#shown && key === keyOf(this.#shown))) {
      if (key === '' || key !== this.#ripe) this.#forget();
      return trouble;
    }
    this.#ripen(key);
    return this.#shown?.about === trouble.about ? this.#shown : null;
  }

  #ripen(key: string): void {
    if (this.#ripening?.key === key) return;
    this.#forget();
    const cancel = this.#schedule(HEALS_WITHIN_IN_MILLISECONDS, () => {
      this.#ripe = key;
      this.#host.requestUpdate();
    });
    this.#ripening = { key, cancel };
  }

  #forget(): void {
    this.#ripening?.cancel();
    this.#ripening = null;
    this.#ripe = '';
  }
}

/** What is over does not heal; nor does what waits for somebody. */
function mayHeal({ about, error }: Trouble): boolean {
  return error.recoverable && (about === 'device' || about === 'active-call');
}

function keyOf(trouble: Trouble): string {
  return `${trouble.about} ${trouble.error.code} ${'call' in trouble ? trouble.call.id : ''}`;
}

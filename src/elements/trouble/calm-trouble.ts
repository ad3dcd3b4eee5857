import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeviceState } from '../../core/phone-state.js';
import type { ClockPort, Unsubscribe } from '../../core/ports.js';
import type { Trouble } from './find-trouble.js';

/** What heals within this time is not said at all: it would only flash up. */
export const HEALS_WITHIN_IN_MILLISECONDS = 5_000;

/**
 * Keeps trouble calm: what may heal by itself has to last before it is said, and what is said stays while the
 * phone tries again and again, though each try fails a little differently. A phone that is not reachable is
 * waited for once, from the moment at which it was not: its error may come later than that.
 */
export class CalmTrouble implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #schedule: ClockPort['schedule'];
  #shown: Trouble | null = null;
  #ripe = '';
  #ripening: { readonly key: string; readonly cancel: Unsubscribe } | null = null;
  #cancelLoss: Unsubscribe | null = null;
  #isLossRipe = false;

  constructor(host: ReactiveControllerHost, schedule: ClockPort['schedule']) {
    this.#host = host;
    this.#schedule = schedule;
    host.addController(this);
  }

  /**
   * What to show, given what is wrong now, and how the phone is. While somebody has it tried again, what is shown
   * stays until that is over.
   */
  calm(trouble: Trouble | null, device: DeviceState): Trouble | null {
    this.#watchLoss(device);
    const isBeingMended = device.pending.includes('register');
    if (!trouble && isBeingMended && this.#shown?.about === 'device') return this.#shown;
    this.#shown = this.#choose(trouble);
    return this.#shown;
  }

  hostDisconnected(): void {
    this.#forget();
    this.#endLoss();
  }

  #watchLoss({ isWanted, status }: DeviceState): void {
    if (!isWanted || status === 'registered') return this.#endLoss();
    this.#cancelLoss ??= this.#schedule(HEALS_WITHIN_IN_MILLISECONDS, () => {
      this.#isLossRipe = true;
      this.#host.requestUpdate();
    });
  }

  #endLoss(): void {
    this.#cancelLoss?.();
    this.#cancelLoss = null;
    this.#isLossRipe = false;
  }

  #choose(trouble: Trouble | null): Trouble | null {
    const key = trouble ? keyOf(trouble) : '';
    const isCalm = !trouble || !mayHeal(trouble) || key === this.#ripe || this.#hasLasted(trouble);
    if (isCalm || (this.#shown && key === keyOf(this.#shown))) {
      if (key === '' || key !== this.#ripe) this.#forget();
      return trouble;
    }
    this.#ripen(key);
    return this.#shown?.about === trouble.about ? this.#shown : null;
  }

  /** Nothing is said yet of a phone that has not been reachable for long enough. */
  #hasLasted({ about }: Trouble): boolean {
    return about === 'device' && this.#isLossRipe && this.#shown?.about !== about;
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

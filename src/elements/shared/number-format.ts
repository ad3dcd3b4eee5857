import type { ReactiveControllerHost } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import { defaultCountryOf } from './default-country.js';
import type { CountryAttribute } from './default-country.js';
import { loadPhoneNumbers } from './load-phone-numbers.js';
import type { PhoneNumbers } from './load-phone-numbers.js';

/** Writes numbers as people do, as soon as what knows numbers is loaded; until then, and without it, in E.164. */
export class NumberFormat {
  readonly #host: ReactiveControllerHost & CountryAttribute;
  readonly #controller: () => CallController | null;
  #numbers: PhoneNumbers | null = null;
  #hasBegun = false;

  constructor(host: ReactiveControllerHost & CountryAttribute, controller: () => CallController | null) {
    this.#host = host;
    this.#controller = controller;
  }

  /** Once is enough: what does not load is not needed to read the list. */
  load(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    loadPhoneNumbers().then(
      (numbers) => {
        this.#numbers = numbers;
        this.#host.requestUpdate();
      },
      () => undefined,
    );
  }

  /** Names and what else is no number stay as they are. */
  format(text: string): string {
    if (!this.#numbers || !text.startsWith('+')) return text;
    const country = defaultCountryOf(this.#host, this.#controller(), this.#numbers.isCountry);
    const reading = this.#numbers.readPhoneNumber(text, country);
    return typeof reading === 'string' ? text : reading.formatted;
  }
}

import type { CallController } from '../../core/call-controller.js';
import { controllerOf, registeredPhones } from '../../context/phone-registry.js';
import { languageTags } from './language-tags.js';
import { warnOnce } from './warn-once.js';

/** An element that may be told in which country numbers without a `+` are. */
export interface CountryAttribute extends Element {
  /** ISO 3166-1 alpha-2. */
  readonly defaultCountry: string | null;
}

/**
 * The country of numbers without a `+`, as an ISO 3166-1 code: what the element says, else its phone, else the
 * first region that a language tag of the page names, else where the browser's language is mostly spoken. Null
 * when nothing tells.
 */
export function defaultCountryOf(
  element: CountryAttribute,
  controller: CallController | null,
  isCountry: (code: string) => boolean,
): string | null {
  const phone = registeredPhones().find((one) => controller !== null && controllerOf(one) === controller);
  for (const said of [element, phone].filter(isCountryAttribute)) {
    const country = countryOf(said, isCountry);
    if (country) return country;
  }
  const tags = [...languageTags(element, controller)];
  const ofPage = tags.slice(0, tags.length - navigator.languages.length);
  const regions = [...ofPage.map((tag) => localeOf(tag)?.region), likelyRegion(navigator.language)];
  return regions.find((region) => region !== undefined && isCountry(region)) ?? null;
}

function countryOf(element: CountryAttribute, isCountry: (code: string) => boolean): string | null {
  const code = element.defaultCountry?.toUpperCase() ?? null;
  if (code === null || isCountry(code)) return code;
  warnOnce(element, `default-country="${code}" is left out: it is no country's code, such as "US".`);
  return null;
}

function isCountryAttribute(element: Element | undefined): element is CountryAttribute {
  return element !== undefined && 'defaultCountry' in element;
}

/** `de` is mostly spoken in Germany: the browser's own tables say so. */
function likelyRegion(tag: string): string | undefined {
  return localeOf(tag)?.maximize().region;
}

/** A page may have written any words into `lang`. */
function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

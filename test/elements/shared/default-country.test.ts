import { expect, fixture, html } from '@open-wc/testing';
import { defaultCountryOf } from '../../../src/elements/shared/default-country.js';
import { isCountry } from '../../../src/elements/shared/phone-numbers.js';
import { warningsDuring } from '../../support/elements.js';

class Field extends HTMLElement {
  defaultCountry: string | null = null;
}
customElements.define('test-field', Field);

const { language } = Object.getOwnPropertyDescriptors(Navigator.prototype);

function setBrowserLanguage(tag: string): void {
  Object.defineProperty(navigator, 'language', { value: tag, configurable: true });
}

afterEach(() => {
  Object.defineProperty(navigator, 'language', { ...language, configurable: true });
  document.documentElement.lang = '';
});

async function country(said: string | null, lang: string): Promise<string | null> {
  document.documentElement.lang = lang;
  const field = await fixture<Field>(html`<test-field></test-field>`);
  field.defaultCountry = said;
  return defaultCountryOf(field, null, isCountry);
}

describe('the country of numbers without a plus', () => {
  const rows: readonly [string, string | null, string, string, string | null][] = [
    // name, attribute, the page's language, the browser's, country
    ['is the one that is said', 'CH', 'de-AT', 'en-GB', 'CH'],
    ['may be said in small letters', 'ch', 'de-AT', 'en-GB', 'CH'],
    ['is the region of the page’s language', null, 'de-AT', 'en-GB', 'AT'],
    ['is the browser’s, when the page’s language names none', null, 'de', 'en-GB', 'GB'],
    ['is where the browser’s language is mostly spoken', null, 'en', 'de', 'DE'],
    ['is that of Arabic too', null, 'ar', 'ar', 'EG'],
    ['is not guessed from half a continent', null, '', 'es-419', null],
    ['does not fall over what is no language', null, 'what ever!', 'fr-BE', 'BE'],
  ];
  for (const [name, said, lang, browser, expected] of rows) {
    it(name, async () => {
      setBrowserLanguage(browser);
      expect(await country(said, lang)).to.equal(expected);
    });
  }

  for (const said of ['XX', 'USA', '', '1']) {
    it(`said as "${said}" is left out, with a word on the console`, async () => {
      setBrowserLanguage('en-GB');
      let found: string | null = null;
      const warnings = await warningsDuring(async () => (found = await country(said, '')));
      expect(found).to.equal('GB');
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('default-country=');
    });
  }
});

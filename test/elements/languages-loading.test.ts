/** Alone in its file, for a page loads a language once: no other test may have spoken one before. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/phone-status.js';
import { until } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';

/** The languages whose words this page has fetched. */
function loadedLanguages(): string[] {
  return performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => /\/locales\/(\w+)\./.exec(name)?.[1] ?? [])
    .sort();
}

describe('the words of a language', () => {
  it('are not loaded before the phone speaks it', async () => {
    const phone = await registeredPhone();
    const element = await fixture(
      html`<phone-status lang="en" .controller=${phone.controller}></phone-status>`,
    );
    const says = (words: string) => until(() => element.shadowRoot?.textContent?.includes(words) === true);
    await says('Ready for calls');
    expect(loadedLanguages()).to.deep.equal([]);
    element.setAttribute('lang', 'ja-JP');
    await says('着信待機中');
    expect(loadedLanguages()).to.deep.equal(['ja']);
    element.setAttribute('lang', 'pt-BR');
    await says('Pronto para chamadas');
    expect(loadedLanguages()).to.deep.equal(['ja', 'pt']);
  });
});

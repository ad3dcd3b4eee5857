/** In a page of its own: words that were loaded for another test would be there at once. */
import { expect } from '@open-wc/testing';
import '../../src/define/phone-status.js';
import { until } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';

it('an element waits for the words of its language before it says its first ones', async () => {
  const phone = await registeredPhone();
  const element = document.createElement('phone-status');
  element.lang = 'de';
  element.controller = phone.controller;
  document.body.append(element);
  const { shadowRoot } = element;
  if (!shadowRoot) throw new Error('The element has no root.');
  const said: string[] = [];
  const listen = () => said.push(shadowRoot.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  new MutationObserver(listen).observe(shadowRoot, { childList: true, subtree: true });
  await until(() => said.includes('Bereit für Anrufe'));
  expect(said.filter((words) => words.includes('Ready'))).to.deep.equal([]);
});

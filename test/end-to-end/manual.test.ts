/** What the README tells a stranger to write, written into a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { readManualBlocks } from '../package/read-blocks.js';
import { useHostPages } from './host-pages.js';
import { Portal } from './portal.js';

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
}

const { stage, hosts } = useHostPages();
afterEach(() => stage.clear());

const blocks = readManualBlocks();
const blocksOf = (language: string) => blocks.filter((block) => block.language === language);
const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: readonly { readonly declarations: readonly Declaration[] }[];
};
const attributes = Object.fromEntries(
  modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ tagName, attributes: own = [] }) =>
      tagName ? [[tagName, own.map(({ name }) => name)]] : [],
    ),
);

test('the README’s two lines are a phone: it rings, and its scripts call, mute, hang up and listen', async () => {
  const [twoLines] = blocksOf('html');
  const { page, complaints } = await hosts.open({ head: '', body: twoLines?.text ?? '' });
  const portal = new Portal(page);
  await portal.waitUntilReady();
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'log') said.push(message.text());
  });

  const scripts = blocksOf('js').filter(({ place, text }) => {
    return place.startsWith('README.md') && text.includes('querySelector');
  });
  const [calls, listens] = scripts.map(({ text }) => text);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.evaluate(`(async () => { ${listens} })()`);
  const caller = stage.localTwilio.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  await portal.toast().waitFor();
  caller.hangUp();
  await portal.toast().waitFor({ state: 'detached' });
  await page.evaluate(`(async () => { ${calls} })()`);
  await portal.waitUntilReady();

  assert.equal(said[0], '+12025550101 calls');
  const outcomes = said.slice(1).map((line) => line.split(' ')[0]);
  // The script hangs up at once: whether somebody has answered by then is the network's to say.
  assert.equal(outcomes.length, 2);
  assert.equal(outcomes[0], 'missed');
  assert.match(outcomes[1] ?? '', /^(?:answered|canceled)$/);
  assert.deepEqual(complaints, []);
});

test('every block of HTML is read by a browser, and names elements and attributes that are there', async () => {
  const { page } = await hosts.open({ head: '' });
  const samples = [
    ...blocksOf('html'),
    { place: 'planted', text: '<twilio-phon></twilio-phon><phone-dialer colour="red"></phone-dialer>' },
  ];
  const found = await page.evaluate(
    readElements,
    samples.map(({ text }) => text),
  );
  const complaints = found.flatMap((elements, index) =>
    elements
      .filter(({ tag }) => tag.includes('-'))
      .flatMap(({ tag, names }) => {
        const known = attributes[tag];
        const wrong = known ? names.filter((name) => name !== 'id' && !known.includes(name)) : ['no element'];
        return wrong.map((name) => `${samples[index]?.place}: <${tag}> ${name}`);
      }),
  );
  assert.deepEqual(complaints, ['planted: <twilio-phon> no element', 'planted: <phone-dialer> colour']);
  for (const [index, elements] of found.entries()) assert.ok(elements.length > 0, samples[index]?.place);
});

test('every block of CSS is read by a browser, and none of its rules is dropped', async () => {
  const { page } = await hosts.open({ head: '' });
  for (const { place, text } of blocksOf('css')) {
    const rules = await page.evaluate(readRules, text);
    const written = text.match(/\{/g)?.length;
    assert.equal(rules.length, written, place);
    for (const declarations of rules) assert.ok(declarations > 0, `${place}: a rule without a declaration`);
  }
});

function readElements(samples: readonly string[]) {
  return samples.map((text) =>
    [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('head > *, body *')].map(
      (element) => ({
        tag: element.localName,
        names: element.getAttributeNames(),
      }),
    ),
  );
}

function readRules(text: string): number[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => (rule instanceof CSSStyleRule ? rule.style.length : 0));
}

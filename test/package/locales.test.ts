import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import ts from 'typescript';
import { areLocalesFresh } from '../../scripts/locales.mjs';
import { readFile, readSourceFiles } from './source-files.js';

interface Sentence {
  readonly source: string;
  readonly target: string;
}

const languages = ['ar', 'de', 'es', 'fr', 'ja', 'pt'];

/** What is rightly the same in another language. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  ar: [],
  de: ['Browser'],
  es: [],
  fr: [],
  ja: [],
  pt: [],
};

/** Names, and what is printed on keys. */
const namesInJapanese = ['https', 'Safari', 'Web', 'MOS', 'Twilio', 'Shift', 'Enter', 'Home'];

test('the committed languages are the ones that the source gives', async () => {
  assert.ok(await areLocalesFresh(), 'run `npm run locales`, translate what is new, and commit src/locales');
});

test('every language that the tool writes is one that the phone loads', () => {
  const { targetLocales } = JSON.parse(readFile('lit-localize.json')) as { targetLocales: string[] };
  assert.deepEqual(targetLocales, languages);
  const loader = readFile('src/elements/shared/languages.ts');
  for (const language of languages) assert.match(loader, new RegExp(`/locales/${language}\\.js`));
});

for (const language of languages) {
  const sentences = readSentences(language);

  test(`${language} lacks no sentence`, () => {
    assert.ok(sentences.length > 80, `only ${sentences.length} sentences were read`);
    assert.deepEqual(
      sentences.filter(({ target }) => target === ''),
      [],
    );
  });

  test(`${language} leaves nothing in English`, () => {
    const same = sentences.filter(({ source, target }) => source === target).map(({ source }) => source);
    assert.deepEqual(same, sameAsEnglish[language]);
  });

  test(`${language} keeps every value, and the mark that ends a sentence or leaves it open`, () => {
    for (const { source, target } of sentences) {
      assert.deepEqual(valuesOf(target), valuesOf(source), source);
      assert.equal(endOf(target), endOf(source), source);
    }
  });
}

test('German says Sie, and writes a space before an ellipsis', () => {
  const wrong = readSentences('de').filter(
    ({ target }) => says(target, 'du|dich|dir|dein\\p{L}*') || /\S…/.test(target),
  );
  assert.deepEqual(wrong, []);
});

test('French says vous, and keeps its colons, question marks and quotation marks on their lines', () => {
  const wrong = readSentences('fr').filter(
    ({ target }) =>
      says(target, 'tu|te|toi|ton|ta|tes') ||
      /(?<!\u{202f})[;?!]|(?<!\u{a0})[:»]|«(?!\u{a0})|'/u.test(target),
  );
  assert.deepEqual(wrong, []);
});

test('Spanish says usted, and opens what a question mark closes', () => {
  const wrong = readSentences('es').filter(
    ({ target }) => says(target, 'tú|tu|tus|te|ti|vos') || count(target, '¿') !== count(target, '?'),
  );
  assert.deepEqual(wrong, []);
});

test('Portuguese says você, in the words of Brazil', () => {
  const wrong = readSentences('pt').filter(({ target }) =>
    says(target, 'tu|te|ti|teus?|tuas?|ecrã|ficheiro|utilizador|telemóvel|rato'),
  );
  assert.deepEqual(wrong, []);
});

test('Japanese is in its own letters and marks, and its sentences are polite', () => {
  const wrong = readSentences('ja').filter(({ target }) => {
    const words = target.replace(/\{\d\}/g, '').match(/[A-Za-z]+/g) ?? [];
    const sentences = target.match(/[^。？]+(?=[。？])/g) ?? [];
    return (
      !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(target) ||
      words.some((word) => !namesInJapanese.includes(word)) ||
      /[?!:;,.()]/.test(target) ||
      sentences.some((sentence) => !/(?:です|ます|ません|ました|でした|ください)か?$/.test(sentence))
    );
  });
  assert.deepEqual(wrong, []);
});

test('Arabic is in Arabic letters, with no word left in Latin ones but names', () => {
  const wrong = readSentences('ar').filter(({ target }) => {
    const words = target.replace(/\{\d\}/g, '').match(/[A-Za-z]+/g) ?? [];
    return !/\p{Script=Arabic}/u.test(target) || words.some((word) => !['https', 'Twilio'].includes(word));
  });
  assert.deepEqual(wrong, []);
});

test('no template says a word by itself, which no language would know', () => {
  const said = readSourceFiles(['src/elements'], ['.ts']).flatMap(({ path, text }) =>
    templatesIn(text)
      .flatMap(wordsIn)
      .map((word) => `${path}: ${word}`),
  );
  assert.deepEqual(said, []);
  const example =
    'html`<b title="Help" @a=${() => `${1}`} part=x>Answer ${list.map(({ id }) => id)}${svg`<i>in`} now</b>`';
  assert.deepEqual(templatesIn(example).flatMap(wordsIn), ['Help', 'Answer now', 'in']);
});

/** The mark-up of every template of a source file, with a space where a value stands. */
function templatesIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText(file))) {
      found.push(markupOf(node.template));
    }
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  visit(file);
  return found;
}

function markupOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join(' ');
}

/** What a person would read: text between tags, and attributes that are read out or shown. */
function wordsIn(markup: string): string[] {
  const shown = [
    ...markup.matchAll(/(?:aria-label|title|placeholder)="([^"]*)"/g),
    ...markup.matchAll(/(?:^|>)([^<>]*)(?:<|$)/g),
  ];
  return shown
    .map(([, words = '']) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => /\p{L}/u.test(words));
}

/** The sentences of a language, with `{0}` for its first value. */
function readSentences(language: string): readonly Sentence[] {
  const xml = readFile(`src/locales/${language}.xlf`).replace(/<x id="(\d)"[^>]*\/>/g, '{$1}');
  const parser = new XMLParser({ isArray: (name) => name === 'trans-unit', parseTagValue: false });
  const units = (
    parser.parse(xml) as { xliff: { file: { body: { 'trans-unit': readonly Partial<Sentence>[] } } } }
  ).xliff.file.body['trans-unit'];
  return units.map(({ source = '', target = '' }) => ({ source, target }));
}

function valuesOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{\d\}/g)].map(([value]) => value).sort();
}

/** Full stop, question mark or ellipsis; '' where the words are a name or a label. */
function endOf(sentence: string): string {
  const end = sentence
    .replace(/[؟？]$/, '?')
    .replace(/。$/, '.')
    .match(/[.?…]$/);
  return end?.[0] ?? '';
}

/** True when one of these words, alternatives of a pattern, stands in the text by itself. */
function says(text: string, words: string): boolean {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(text);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

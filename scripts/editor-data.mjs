/**
 * Writes what editors know of our elements, from custom-elements.json and by the analyzer's integrations, as a
 * part of `npm run build`: dist/editor/ has the custom data of VS Code and the web types of JetBrains' editors.
 */
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { root } from './run.mjs';

const outdir = join(root, 'dist/editor');

/** @param {import('./describe-elements.mjs').Manifest} manifest */
export function writeEditorData(manifest) {
  const common = { outdir, hideLogs: true };
  generateVsCodeCustomElementData(manifest, {
    ...common,
    htmlFileName: 'vs-code-html.json',
    cssFileName: null,
  });
  generateVsCodeCustomElementData(eachNameOnce(manifest), {
    ...common,
    htmlFileName: null,
    cssFileName: 'vs-code-css.json',
  });
  generateJetBrainsWebTypes(manifest, { ...common, packageJson: false });
}

/**
 * The manifest as a style sheet sees it: all elements at once. A custom property or a part that several of them
 * have is named once, or an editor would offer it several times.
 */
function eachNameOnce(manifest) {
  const copy = structuredClone(manifest);
  const elements = copy.modules.flatMap(({ declarations = [] }) => declarations);
  const seen = new Map();
  for (const element of elements.sort((left, right) => rank(left) - rank(right))) {
    element.cssProperties = element.cssProperties?.filter(({ name }) => !seen.has(name) && seen.set(name));
    element.cssParts = element.cssParts?.filter((part) => {
      const first = seen.get(part.name);
      const description = `\`<${element.tagName}>\`: ${part.description}`;
      if (first) first.description += `\n\n${description}`;
      else seen.set(part.name, Object.assign(part, { description }));
      return !first;
    });
  }
  return copy;
}

/** The phone says best what a custom property is. */
function rank({ tagName }) {
  return tagName === 'twilio-phone' ? 0 : 1;
}

/**
 * Writes what Vue's and Svelte's templates know of our elements, from custom-elements.json: dist/vue.d.ts and
 * dist/svelte.d.ts, as a part of `npm run build`. Types only, so that neither framework is a dependency.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describeElements } from './describe-elements.mjs';
import { root } from './run.mjs';

/** @param {import('./describe-elements.mjs').Manifest} manifest */
export async function writeTemplateTypes(manifest) {
  const elements = describeElements(manifest);
  await write('vue', vueTypes(elements));
  await write('svelte', svelteTypes(elements));
}

/** Beside the types a module with nothing in it, for those who import more than types. */
async function write(name, types) {
  const path = join(root, `dist/${name}.d.ts`);
  writeFileSync(path, await format(types, { ...(await resolveConfig(path)), filepath: path }));
  writeFileSync(join(root, `dist/${name}.js`), 'export {};\n');
}

/** Vue calls attributes and events by their names in camel case, however a template writes them. */
function vueTypes(elements) {
  return `/** What Vue's templates know of the phone's elements, once a page says \`import type {} from 'twilio-phone/vue'\`. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type * as phone from './index.js';

type InTemplates<Element extends HTMLElement, Props extends keyof Element, Events> = new () => Element & {
  $props: HTMLAttributes & PublicProps & Partial<Pick<Element, Props>> & Partial<Events>;
};

declare module 'vue' {
  interface GlobalComponents {
${elements.map(vueElement).join('\n')}
  }
}
`;
}

function vueElement({ tag, className, attributes, properties, events }) {
  const props = [...attributes, ...properties].map(({ prop }) => `'${prop}'`).join(' | ');
  return `    '${tag}': InTemplates<
      phone.${className},
      ${props},
      {
${events.map((event) => listener(event.prop, event)).join('\n')}
      }
    >;`;
}

/**
 * Svelte sets the property where a name is one, else the attribute. A switch that is off must be a property
 * therefore: as an attribute, \`false\` would stand there as a word, and switch on.
 */
function svelteTypes(elements) {
  return `/** What Svelte's templates know of the phone's elements, once a page says \`import type {} from 'twilio-phone/svelte'\`. */
import type { HTMLAttributes } from 'svelte/elements';
import type * as phone from './index.js';

type InTemplates<
  Element extends HTMLElement,
  Attributes extends Record<string, keyof Element>,
  Properties extends keyof Element,
  Events,
> = Omit<HTMLAttributes<Element>, Properties> &
  Partial<Pick<Element, Properties>> & { [Name in keyof Attributes]?: Exclude<Element[Attributes[Name]], false> } & Partial<Events>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${elements.map(svelteElement).join('\n')}
  }
}
`;
}

function svelteElement({ tag, className, attributes, properties, events }) {
  const props = [...attributes, ...properties].map(({ prop }) => `'${prop}'`).join(' | ');
  const renamed = attributes.filter(({ name, prop }) => name !== prop);
  return `    '${tag}': InTemplates<
      phone.${className},
      { ${renamed.map(({ name, prop }) => `'${name}': '${prop}'`).join('; ')} },
      ${props},
      {
${events.map((event) => listener(`on${event.name}`, event)).join('\n')}
      }
    >;`;
}

function listener(name, { description, type }) {
  return `        /** ${description} */\n        '${name}': (event: phone.${type.text}) => void;`;
}

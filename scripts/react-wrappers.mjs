/**
 * Writes the React components of our elements from custom-elements.json, as `npm run manifest` does: one file
 * an element, one that lists them, and one that tells JSX what the bare tags take.
 */
import { format, resolveConfig } from 'prettier';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeElements } from './describe-elements.mjs';
import { root } from './run.mjs';

const room = 'src/react';

/**
 * The files that a manifest gives, by path.
 * @param {import('./describe-elements.mjs').Manifest} manifest
 * @returns {Promise<Map<string, string>>}
 */
export async function createReactWrappers(manifest) {
  const elements = describeElements(manifest);
  const files = [
    ...elements.map((element) => [`${room}/wrappers/${element.tag}.ts`, writeWrapper(element)]),
    [`${room}/wrappers.ts`, writeList(elements)],
    [`${room}/intrinsic-elements.ts`, writeIntrinsicElements(elements)],
  ];
  return new Map(await Promise.all(files.map(async ([path, text]) => [path, await tidy(path, text)])));
}

/** The files that are there, by path. */
export function readReactWrappers() {
  const names = readdirSync(join(root, room, 'wrappers')).map((name) => `wrappers/${name}`);
  return new Map(
    [...names, 'wrappers.ts', 'intrinsic-elements.ts'].map((name) => [
      `${room}/${name}`,
      readFileSync(join(root, room, name), 'utf8'),
    ]),
  );
}

function writeWrapper(element) {
  const { tag, className, component, summary, attributes, properties, events } = element;
  const names = `${component[0].toLowerCase()}${component.slice(1)}Names`;
  const pairs = (rows) => rows.map(({ prop, name }) => `${prop}: '${name}',`).join('\n');
  return `'use client';
    // Written by \`npm run manifest\`.
    import type { ${className} as Wrapped } from '../../${element.module}';
    ${eventImports(events)}
    import { createWrapper } from '../create-wrapper.js';
    import type { WrapperProps } from '../create-wrapper.js';

    /** The props of \`<${component}>\`. */
    export interface ${component}Props extends WrapperProps<Wrapped> {
      ${[...attributes, ...properties].map((row) => `${comment(row)} readonly ${row.prop}?: Wrapped['${row.prop}'];`).join('\n')}
      ${events.map((row) => `${comment(row)} readonly ${row.prop}?: (event: ${row.type.text}) => void;`).join('\n')}
    }

    export const ${names} = {
      attributes: { ${pairs(attributes)} },
      properties: [${properties.map(({ prop }) => `'${prop}'`).join(', ')}],
      events: { ${pairs(events)} },
    } as const;

    /** ${summary} */
    export const ${component} = createWrapper<Wrapped, ${component}Props>('${tag}', ${names}, () => import('../../define/${tag}.js'));
  `;
}

function writeList(elements) {
  const lines = elements.map(
    ({ tag, component }) => `export { ${component} } from './wrappers/${tag}.js';
      export type { ${component}Props } from './wrappers/${tag}.js';`,
  );
  return `// Written by \`npm run manifest\`.\n${lines.join('\n')}\n`;
}

function writeIntrinsicElements(elements) {
  const namesOf = ({ component }) => `${component[0].toLowerCase()}${component.slice(1)}Names`;
  const imports = elements.map(
    (element) =>
      `import type { ${element.component}Props, ${namesOf(element)} } from './wrappers/${element.tag}.js';`,
  );
  const rows = elements.map(
    (element) => `'${element.tag}': IntrinsicProps<${element.component}Props, typeof ${namesOf(element)}>;`,
  );
  return `// Written by \`npm run manifest\`.
    import type { IntrinsicProps } from './create-wrapper.js';
    ${imports.join('\n')}

    // React looks for the types of tags in a namespace and nowhere else; this is our only one.
    declare module 'react' {
      namespace JSX {
        interface IntrinsicElements {
          ${rows.join('\n')}
        }
      }
    }
  `;
}

/** Each event's class, from the module that has it. */
function eventImports(events) {
  const folder = join(root, 'src/events');
  const modules = readdirSync(folder).map((file) => ({
    file,
    text: readFileSync(join(folder, file), 'utf8'),
  }));
  return modules
    .map(({ file, text }) => {
      const types = events
        .map(({ type }) => type.text)
        .filter((name) => text.includes(`export class ${name} `));
      const names = [...new Set(types)].sort().join(', ');
      return names && `import type { ${names} } from '../../events/${file.replace(/\.ts$/, '.js')}';`;
    })
    .filter(Boolean)
    .join('\n');
}

function comment({ description }) {
  return description ? `/** ${description.replaceAll('\n', ' ')} */\n` : '';
}

async function tidy(path, text) {
  return format(text, { ...(await resolveConfig(join(root, path))), filepath: path });
}

/** What custom-elements.json says of the elements: the controls, the actions and the tables of the stories come from it. */
import json from '../../custom-elements.json' with { type: 'json' };

export interface ManifestAttribute {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly ManifestAttribute[];
  readonly events?: readonly { readonly name: string }[];
}

/** The whole of it, as Storybook reads it. */
export const manifest: { readonly modules: readonly { readonly declarations: readonly Declaration[] }[] } =
  json;

const declarations = manifest.modules.flatMap((module) => module.declarations);

/** All that the elements dispatch, by name. */
export const eventNames = [
  ...new Set(declarations.flatMap(({ events = [] }) => events.map(({ name }) => name))),
];

/** What a page may set; what the phone writes itself is left out. */
export function attributesOf(tag: string): readonly ManifestAttribute[] {
  const { attributes = [] } = declarations.find(({ tagName }) => tagName === tag) ?? {};
  return attributes.filter(({ description }) => !description?.startsWith('(read-only)'));
}

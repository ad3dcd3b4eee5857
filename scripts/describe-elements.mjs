/**
 * @typedef {{ modules: { path: string, declarations?: object[] }[] }} Manifest What custom-elements.json holds.
 *
 * @typedef {object} Named Something that a page gives to an element.
 * @property {string} name As the DOM calls it.
 * @property {string} prop As frameworks call it that write camel case: `tokenUrl`, `onCallIncoming`.
 * @property {string} [description]
 *
 * @typedef {object} ElementDescription
 * @property {string} tag
 * @property {string} className
 * @property {string} component `TwilioPhone`.
 * @property {string} module From `src/` and `dist/` on.
 * @property {string} summary
 * @property {Named[]} attributes Those that a page may set, each of them a property too.
 * @property {Named[]} properties Those that have no attribute.
 * @property {(Named & { type: { text: string } })[]} events
 */

/**
 * What the types of a framework are made from: every element of the manifest, in the order of their tags.
 * @param {Manifest} manifest
 * @returns {ElementDescription[]}
 */
export function describeElements(manifest) {
  return manifest.modules
    .flatMap(({ path, declarations = [] }) => declarations.map((declaration) => ({ ...declaration, path })))
    .filter(({ tagName }) => tagName)
    .map(describe)
    .sort((left, right) => left.tag.localeCompare(right.tag));
}

function describe({ tagName, name, path, summary, attributes = [], members = [], events = [] }) {
  const own = attributes.filter(({ fieldName }) => fieldName);
  const properties = members.filter(
    (member) => member.kind === 'field' && !member.static && !member.readonly && !member.attribute,
  );
  return {
    tag: tagName,
    className: name,
    component: pascalCase(tagName),
    module: path.replace('src/', '').replace(/\.ts$/, '.js'),
    summary: summary ?? `The element \`<${tagName}>\`.`,
    attributes: own.map((attribute) => ({ ...attribute, prop: attribute.fieldName })),
    properties: properties.map((property) => ({ ...property, prop: property.name })),
    events: events.map((event) => ({ ...event, prop: `on${pascalCase(event.name)}` })),
  };
}

function pascalCase(name) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

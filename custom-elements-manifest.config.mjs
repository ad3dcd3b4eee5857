import { readdirSync, readFileSync } from 'node:fs';

/** How custom-elements.json is made from the elements' source: `npm run manifest`. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  // package.json names the manifest already, and is nobody's to rewrite.
  packagejson: false,
  plugins: [nameElementsByFile(), giveDefaultsOfCustomProperties(), leavePrivateMembersOut()],
};

/** An element's file is named after its tag, which is registered elsewhere: in src/define. */
function nameElementsByFile() {
  return {
    name: 'name-elements-by-file',
    moduleLinkPhase({ moduleDoc }) {
      const tagName = /^src\/elements\/([a-z]+(?:-[a-z]+)+)\.ts$/.exec(moduleDoc.path)?.[1];
      if (!tagName) return;
      const elements = moduleDoc.declarations.filter(({ kind }) => kind === 'class');
      for (const element of elements) Object.assign(element, { customElement: true, tagName });
    },
  };
}

/** What a page cannot reach is not part of the contract; modules that have no element are not either. */
function leavePrivateMembersOut() {
  const isPublic = ({ name, privacy }) => !name.startsWith('#') && (privacy ?? 'public') === 'public';
  return {
    name: 'leave-private-members-out',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) =>
        declarations?.some(({ tagName }) => tagName),
      );
      for (const { declarations } of customElementsManifest.modules) {
        for (const declaration of declarations) declaration.members = declaration.members?.filter(isPublic);
      }
    },
  };
}

/** What a custom property is when the page does not set it stands where the styles read it. */
function giveDefaultsOfCustomProperties() {
  const defaults = readDefaults('src/elements');
  return {
    name: 'give-defaults-of-custom-properties',
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations);
      for (const { cssProperties = [] } of declarations) {
        for (const property of cssProperties) property.default ??= defaults.get(property.name);
      }
    },
  };
}

function readDefaults(folder) {
  const styles = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.styles.ts'));
  const texts = styles.map((path) => readFileSync(`${folder}/${path}`, 'utf8'));
  // A default may hold brackets, and brackets within them: `light-dark(rgb(…), #fff)`.
  const pattern = /var\(\s*(--twilio-phone-[\w-]+),\s*((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\)/g;
  return new Map(
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name, value]) => [name, value.trim()])),
  );
}

/**
 * Who may import whom: design rule of the house, for the editor. test/package/imports.test.ts holds the
 * same table and reads every import; docs/decisions/0001-rooms-by-layer.md gives the reasons.
 */
const rooms = {
  core: { rooms: [], packages: [] },
  media: { rooms: ['core'], packages: [] },
  browser: { rooms: ['core'], packages: ['idb'] },
  twilio: { rooms: ['media', 'core'], packages: ['@twilio/voice-sdk'] },
  phone: { rooms: ['twilio', 'media', 'browser', 'core'], packages: [] },
  context: { rooms: ['core'], packages: ['lit', '@lit/context'] },
  events: { rooms: ['core'], packages: [] },
  elements: {
    rooms: ['context', 'events', 'core', 'locales'],
    packages: ['lit', '@lit/localize', 'lucide', 'libphonenumber-js'],
  },
  locales: { rooms: [], packages: ['@lit/localize'] },
  define: { rooms: ['elements', 'phone'], packages: [] },
  react: { rooms: ['context', 'core', 'elements', 'events', 'define'], packages: ['react'] },
  worker: { rooms: [], packages: [] },
};

const allRooms = Object.keys(rooms);
const allPackages = [
  'lit',
  '@lit/context',
  '@lit/localize',
  'lucide',
  'libphonenumber-js',
  '@twilio/voice-sdk',
  'react',
  'idb',
];

/** Stories show elements over the tests' fakes; the Live ones take the phone as `define` composes it. */
const partsOfRealPhones = [
  {
    group: ['phone', 'twilio', 'media', 'browser'].map((room) => `**/src/${room}/**`),
    message: 'Stories compose no phone of their own.',
  },
];

/** One ESLint config block a room. */
export const importRules = [
  ...Object.entries(rooms).map(([room, allowed]) => ({
    files: [`src/${room}/**/*.ts`],
    rules: forbid(forbiddenRooms(room, allowed), forbiddenPackages(allowed)),
  })),
  { files: ['stories/**/*.ts'], rules: forbid(partsOfRealPhones) },
];

function forbid(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns: patterns.flat() }] };
}

function forbiddenRooms(room, allowed) {
  const names = allRooms.filter((name) => name !== room && !allowed.rooms.includes(name));
  if (names.length === 0) return [];
  const group = names.flatMap((name) => [`../${name}/**`, `../../${name}/**`]);
  return [{ group, message: `src/${room} may import ${allowed.rooms.join(', ') || 'nothing but itself'}.` }];
}

function forbiddenPackages(allowed) {
  const names = allPackages.filter((name) => !allowed.packages.includes(name));
  return [
    {
      group: names.flatMap((name) => [name, `${name}/**`]),
      message: 'This room does not know that package.',
    },
  ];
}

import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { PhoneError } from '../../src/core/phone-error.js';
import '../../src/define.js';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { customProperties } from '../../src/elements/shared/tokens.styles.js';
import { allByRole, byRole, everyElement } from '../support/accessible.js';
import { movementsFinished } from '../support/animations.js';
import { rendered, until } from '../support/elements.js';
import { clearPage, composer, element, openPage, settled, show } from '../support/phone-page.js';

/** What a page may say instead of each, written out: something that nothing of the phone says by itself. */
const values: Readonly<Record<string, string>> = {
  '--twilio-phone-accent': 'rgb(1, 2, 3)',
  '--twilio-phone-on-accent': 'rgb(4, 5, 6)',
  '--twilio-phone-danger': 'rgb(7, 8, 9)',
  '--twilio-phone-on-danger': 'rgb(10, 11, 12)',
  '--twilio-phone-surface': 'rgb(13, 14, 15)',
  '--twilio-phone-text': 'rgb(16, 17, 18)',
  '--twilio-phone-font': 'fantasy',
  '--twilio-phone-radius': '3px',
  '--twilio-phone-density': '0.75',
};
const seen = [
  'color',
  'background-color',
  'border-top-color',
  'font-family',
  'border-top-left-radius',
] as const;
const boxes = ['padding-top', 'block-size', 'row-gap', 'margin-top'] as const;

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssProperties?: readonly { readonly name: string }[];
    }[];
  }[];
}

async function readManifest(): Promise<ReadonlyMap<string, readonly string[]>> {
  const answer = await fetch('/custom-elements.json');
  const { modules } = (await answer.json()) as Manifest;
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  return new Map(
    declarations.flatMap(({ tagName, cssProperties = [] }) =>
      tagName ? [[tagName, cssProperties.map(({ name }) => name)] as const] : [],
    ),
  );
}

/** What each element of the phone paints, by its tag. */
function portrait(): Map<string, string> {
  const painted = new Map<string, string>();
  for (const one of [element, ...everyElement(element.shadowRoot as ShadowRoot)]) {
    const root = one.getRootNode();
    if (!(root instanceof ShadowRoot)) continue;
    const tag = root.host.localName === 'div' ? 'incoming-call-toast' : root.host.localName;
    const said = ['', '::before', '::after'].flatMap((pseudo) => {
      const style = getComputedStyle(one, pseudo);
      return [...seen, ...boxes].map((name) => style.getPropertyValue(name));
    });
    painted.set(tag, `${painted.get(tag) ?? ''}\n${said.join(' ')}`);
  }
  return painted;
}

/** By tag, the properties that change how it is painted. */
type Worn = Map<string, Set<string>>;

async function wearEach(worn: Worn): Promise<void> {
  await settled();
  await movementsFinished(element);
  const before = portrait();
  for (const [name, value] of Object.entries(values)) {
    element.style.setProperty(name, value);
    for (const [tag, painted] of portrait()) {
      if (painted === before.get(tag)) continue;
      // What a part wears, the phone wears.
      for (const wearer of [tag, 'twilio-phone']) worn.set(wearer, (worn.get(wearer) ?? new Set()).add(name));
    }
    element.style.removeProperty(name);
  }
}

/** The phone through the states in which all of it is seen at some time. */
async function wearEverywhere(): Promise<Worn> {
  const worn: Worn = new Map();
  await show();
  await until(() => allByRole('button', 'Settings').length === 1);
  composer.phone.ring({ from: '+442079460000', parameters: { name: 'Grace' } }).emit({ type: 'cancel' });
  await wearEach(worn);
  byRole('button', 'History').click();
  await until(
    () =>
      element.shadowRoot?.querySelector('phone-panels')?.shadowRoot?.querySelector('call-history') !== null,
  );
  await composer.phone.pass(1_000);
  await wearEach(worn);
  byRole('button', 'Settings').click();
  await composer.phone.pass(1_000);
  await wearEach(worn);
  byRole('button', 'Settings').click();
  composer.phone.ring({ from: '+442079460000', parameters: { name: 'Ada' } });
  await wearEach(worn);
  await element.answerCall();
  composer.phone.ringer.setBlocked(true);
  await settled();
  byRole('button', 'Keypad').click();
  await wearEach(worn);
  await composer.phone.pass(60_000);
  await element.endCall();
  await settled();
  await wearEach(worn);
  composer.phone.device.emit({ type: 'error', error: new PhoneError('token-invalid', 'x') });
  composer.phone.device.emit({ type: 'unregistered' });
  await composer.phone.pass(10_000);
  await wearEach(worn);
  return worn;
}

beforeEach(async () => {
  openPage();
  await emulateMedia({ reducedMotion: 'reduce' });
});
afterEach(async () => {
  await clearPage();
  document.documentElement.style.colorScheme = '';
  await emulateMedia({ colorScheme: 'light' });
});

describe('the custom properties', () => {
  it('that the phone says it has are those that its styles read', async () => {
    const documented = (await readManifest()).get('twilio-phone');
    expect(documented).to.have.members([...customProperties]);
    expect(Object.keys(values)).to.have.members([...customProperties]);
    await show();
    await until(() => allByRole('button', 'Settings').length === 1);
    const sheets = [element, ...everyElement(element.shadowRoot as ShadowRoot)]
      .flatMap((one) => one.shadowRoot?.adoptedStyleSheets ?? [])
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join();
    const read = new Set([...sheets.matchAll(/var\((--twilio-phone-[a-z-]+)/g)].map(([, name]) => name));
    expect([...read]).to.have.members([...customProperties]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`that an element says it has change how it is painted, in ${scheme}`, async () => {
      await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      document.documentElement.style.colorScheme = scheme;
      const worn = await wearEverywhere();
      const manifest = await readManifest();
      const idle = [...manifest].flatMap(([tag, names]) =>
        names.filter((name) => !worn.get(tag)?.has(name)).map((name) => `${tag} ${name}`),
      );
      expect(idle).to.deep.equal([]);
    });
  }

  it('colours that a page gives for both schemes follow the scheme of the phone', async () => {
    await show({ 'color-scheme': 'dark' });
    element.style.setProperty('--twilio-phone-surface', 'light-dark(rgb(1, 1, 1), rgb(2, 2, 2))');
    const dock = byRole('region', 'Phone');
    expect(getComputedStyle(dock).backgroundColor).to.equal('rgb(2, 2, 2)');
    element.setAttribute('color-scheme', 'light');
    expect(getComputedStyle(dock).backgroundColor).to.equal('rgb(1, 1, 1)');
  });
});

describe('density', () => {
  it('compact takes less room, and everything can be pressed', async () => {
    await show();
    await until(() => allByRole('textbox').length === 1);
    const { height } = byRole('region', 'Phone').getBoundingClientRect();
    element.setAttribute('density', 'compact');
    await settled();
    byRole('button', 'Keypad').click();
    byRole('button', 'Settings').click();
    await settled();
    byRole('button', 'Settings').click();
    await settled();
    byRole('button', 'Keypad').click();
    await settled();
    expect(byRole('region', 'Phone').getBoundingClientRect().height).to.be.below(height);
    await expectPressable();
    composer.phone.ring();
    await settled();
    await expectPressable();
    await element.answerCall();
    await settled();
    await expectPressable();
    await expect(element).to.be.accessible();
  });

  it('is never less than can be pressed, whatever the page says', async () => {
    await show();
    element.style.setProperty('--twilio-phone-density', '0');
    composer.phone.ring();
    await element.answerCall();
    await settled();
    await expectPressable();
  });

  it('reaches elements that stand elsewhere by the custom property', async () => {
    document.documentElement.style.setProperty('--twilio-phone-density', '0.75');
    try {
      await show({}, '<call-controls></call-controls>');
      composer.phone.ring();
      await element.answerCall();
      await settled();
      const disc = byRole('button', 'Mute').querySelector('.disc');
      expect(disc?.getBoundingClientRect().height).to.equal(39);
    } finally {
      document.documentElement.style.removeProperty('--twilio-phone-density');
    }
  });

  it('comfortable is the default', async () => {
    await show({ density: 'comfortable' }, '<call-controls></call-controls>');
    composer.phone.ring();
    await element.answerCall();
    await settled();
    expect(byRole('button', 'Mute').querySelector('.disc')?.getBoundingClientRect().height).to.equal(52);
  });
});

async function expectPressable(): Promise<void> {
  await rendered();
  const buttons = allByRole('button');
  expect(buttons.length).to.be.greaterThan(1);
  for (const button of buttons) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height), button.outerHTML).to.be.at.least(24);
  }
}

/** What is meant to be said by a page, and what is not: the whole phone under a page that says everything. */
const hostileStyles = `
  * { all: unset !important; letter-spacing: 9px !important; text-transform: uppercase !important;
      line-height: 3 !important; text-indent: 40px !important; word-spacing: 1em !important;
      text-align: right !important; cursor: crosshair !important; visibility: visible !important; }
  html { font-size: 62.5% !important; }
  div:not(:has(twilio-phone)), section, button, p, span, input { display: none !important; box-sizing: content-box !important; }
  button { background: red !important; border-radius: 0 !important; padding: 30px !important; }
  svg { width: 100px !important; fill: lime !important; }
  *::before, *::after { content: "!" !important; }
`;

describe('a page whose styles are hostile', () => {
  for (const [what, prepare] of [
    ['the dock', () => Promise.resolve()],
    ['the dock in a call', () => element.answerCall()],
  ] as const) {
    it(`changes nothing of ${what}`, async () => {
      await show();
      await until(() => allByRole('textbox').length === 1);
      composer.phone.ring({ parameters: { name: 'Ada' } });
      await prepare();
      await settled();
      const dock = () => {
        const section = byRole('region', 'Phone');
        const { x, y, width, height } = section.getBoundingClientRect();
        return [x, y, width, height, ...portrait().values()];
      };
      const before = dock();
      const style = document.createElement('style');
      style.textContent = hostileStyles;
      document.head.append(style);
      try {
        await settled();
        expect(dock()).to.deep.equal(before);
      } finally {
        style.remove();
      }
    });
  }

  for (const [what, said] of [
    ['its direction', 'html { direction: rtl }'],
    ['its zoom', ':root { zoom: 1.5 }'],
    ['what it says of every box', '*, *::before, *::after { box-sizing: content-box !important }'],
  ] as const) {
    it(`${what} leaves the dock in the corner that the page names, and whole`, async () => {
      await show({ dock: 'top-left' });
      await until(() => allByRole('textbox').length === 1);
      const style = document.createElement('style');
      style.textContent = said;
      document.head.append(style);
      try {
        await settled();
        const dock = byRole('region', 'Phone');
        const { x, y } = dock.getBoundingClientRect();
        const zoom = Number(getComputedStyle(document.documentElement).zoom);
        expect([x, y]).to.deep.equal([16 * zoom, 16 * zoom]);
        expect(dock.scrollWidth).to.be.at.most(dock.clientWidth);
      } finally {
        style.remove();
      }
    });
  }

  it('may still hide the phone: that is meant', async () => {
    await show();
    const style = document.createElement('style');
    style.textContent = 'twilio-phone { display: none }';
    document.head.append(style);
    try {
      expect(allByRole('region', 'Phone')).to.have.length(0);
    } finally {
      style.remove();
    }
  });
});

describe('forced colours and motion', () => {
  it('nothing of the dock moves by itself where the person wants no motion', async () => {
    await show();
    await until(() => allByRole('button', 'Minimise the phone').length === 1);
    byRole('button', 'Minimise the phone').click();
    await settled();
    expect(byRole('region', 'Phone').getAnimations()).to.have.length(0);
    expect(TwilioPhone.composer).to.equal(composer);
  });
});

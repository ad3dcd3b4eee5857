import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { PhoneError } from '../../src/core/phone-error.js';
import '../../src/define.js';
import { customProperties } from '../../src/elements/shared/tokens.styles.js';
import { allByRole, byRole, everyElement } from '../support/accessible.js';
import { movementsFinished } from '../support/animations.js';
import { until } from '../support/elements.js';
import { clearPage, composer, element, openPage, settled, show } from '../support/phone-page.js';
import { portrait } from '../support/portrait.js';
import { sample } from '../support/samples.js';

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
  composer.phone.diagnostics.page = { isSecure: false, isMicrophoneAllowed: true, isFramed: false };
  byRole('button', 'Start the check').click();
  await until(() => allByRole('listitem').some(({ innerText }) => innerText.includes('Failed')));
  await wearEach(worn);
  byRole('button', 'Settings').click();
  const port = composer.phone.ring({ from: '+442079460000', parameters: { name: 'Ada' } });
  await wearEach(worn);
  await element.answerCall();
  composer.phone.ringer.setBlocked(true);
  await settled();
  byRole('button', 'Keypad').click();
  await wearEach(worn);
  port.emit({ type: 'warning', name: 'microphone-lost' });
  port.emit({ type: 'warning', name: 'no-sound-received' });
  await settled();
  // Nothing is measured where nobody can see it.
  byRole('button', 'Keypad').click();
  allByRole('button')
    .find((button) => button.matches('[part="chip"]'))
    ?.click();
  await settled();
  const figures = element.shadowRoot?.querySelector('call-quality')?.shadowRoot;
  await until(() => {
    port.measure(sample({ at: composer.phone.clock.now() }));
    composer.phone.clock.tick(1_000);
    return figures?.querySelector('.values') instanceof Element;
  });
  await composer.phone.pass(5_000);
  await wearEach(worn);
  port.emit({ type: 'error', error: new PhoneError('media-failed', 'x') });
  port.emit({ type: 'disconnect' });
  await settled();
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

import { configureLocalization, msg as pagesOwnMsg } from '@lit/localize';
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/call-controls.js';
import '../../src/define/incoming-call-toast.js';
import '../../src/define/phone-status.js';
import '../../src/define/twilio-phone.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { allByRole, everyElement } from '../support/accessible.js';
import { movementsFinished } from '../support/animations.js';
import { rendered, until } from '../support/elements.js';
import { TestComposer } from '../support/test-composer.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

const page = document.documentElement;
let pageLanguage: string | null;

beforeEach(() => {
  pageLanguage = page.getAttribute('lang');
  page.removeAttribute('lang');
});

afterEach(() => {
  if (pageLanguage === null) page.removeAttribute('lang');
  else page.lang = pageLanguage;
  delete (navigator as { languages?: unknown }).languages;
});

function browserSpeaks(...languages: string[]): void {
  Object.defineProperty(navigator, 'languages', { value: languages, configurable: true });
}

/** Everything that is written in an element and its shadow roots. */
function wordsOf(element: Element): string {
  const { shadowRoot } = element;
  const roots = [element, ...(shadowRoot ? [shadowRoot, ...everyElement(shadowRoot)] : [])];
  return roots
    .flatMap((root) => [...(root instanceof Element && root.localName === 'style' ? [] : root.childNodes)])
    .filter((node) => node instanceof Text)
    .map(({ data }) => data)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function rootOf(element: Element): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>('.root') ?? null;
}

async function says(element: Element, words: string): Promise<void> {
  await until(() => wordsOf(element).includes(words));
}

describe('the language of an element', () => {
  const ready = { en: 'Ready for calls', de: 'Bereit für Anrufe', ar: 'جاهز لاستقبال المكالمات' };
  const regions: readonly [string, string][] = [
    ['es', 'Listo para llamadas'],
    ['es-MX', 'Listo para llamadas'],
    ['fr', 'Prêt à recevoir des appels'],
    ['fr-CA', 'Prêt à recevoir des appels'],
    ['ja', '着信待機中'],
    ['ja-JP', '着信待機中'],
    ['pt', 'Pronto para chamadas'],
    ['pt-BR', 'Pronto para chamadas'],
    ['pt-PT', 'Pronto para chamadas'],
  ];

  async function show(lang: string | null, around: string | null = null): Promise<Element> {
    const phone = await registeredPhone();
    const section = await fixture(
      html`<section><phone-status .controller=${phone.controller}></phone-status></section>`,
    );
    if (around !== null) section.setAttribute('lang', around);
    const element = section.querySelector('phone-status') as Element;
    if (lang !== null) element.setAttribute('lang', lang);
    return element;
  }

  it('is its own lang first', async () => {
    browserSpeaks('en');
    await says(await show('de', 'ar'), ready.de);
  });

  it('is the nearest lang around it then, whatever region and case it is in', async () => {
    browserSpeaks('en');
    page.lang = 'en';
    await says(await show(null, 'DE-at'), ready.de);
  });

  for (const [tag, words] of regions) {
    it(`is that of ${tag}, with its numbers and times`, async () => {
      browserSpeaks('en');
      const element = await show(tag);
      await says(element, words);
      expect(rootOf(element)?.lang).to.equal(tag);
      expect(getComputedStyle(rootOf(element) as Element).direction).to.equal('ltr');
    });
  }

  it("is the browser's where the page says none", async () => {
    browserSpeaks('it-IT', 'ar-EG', 'de');
    await says(await show(null), ready.ar);
  });

  it("is the browser's where the page says one that the phone does not speak, or that nobody knows", async () => {
    browserSpeaks('de');
    await says(await show(null, 'it'), ready.de);
    await says(await show(null, ''), ready.de);
  });

  it('is English where nobody asks for a language that the phone speaks', async () => {
    browserSpeaks('it', 'ko');
    const element = await show(null, 'nl-BE');
    await says(element, ready.en);
    expect(rootOf(element)?.lang).to.equal('en');
  });

  it('is found through shadow roots', async () => {
    browserSpeaks('en');
    const phone = await registeredPhone();
    const host = await fixture(html`<div lang="de"></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<p><phone-status></phone-status></p>';
    const element = host.shadowRoot?.querySelector('phone-status') as Element;
    Object.assign(element, { controller: phone.controller });
    await says(element, ready.de);
    host.setAttribute('lang', 'ar');
    await says(element, ready.ar);
  });

  it('says so in its own root, direction included', async () => {
    const element = await show('ar');
    await says(element, ready.ar);
    expect(rootOf(element)?.lang).to.equal('ar');
    expect(getComputedStyle(rootOf(element) as Element).direction).to.equal('rtl');
    element.setAttribute('lang', 'de-CH');
    await says(element, ready.de);
    expect(rootOf(element)?.lang).to.equal('de-CH');
    expect(getComputedStyle(rootOf(element) as Element).direction).to.equal('ltr');
  });

  it('follows the page and the browser when they change', async () => {
    browserSpeaks('en');
    const element = await show(null);
    await says(element, ready.en);
    page.lang = 'de';
    await says(element, ready.de);
    page.removeAttribute('lang');
    await says(element, ready.en);
    browserSpeaks('ar');
    window.dispatchEvent(new Event('languagechange'));
    await says(element, ready.ar);
  });
});

describe('the language of a phone', () => {
  afterEach(() => {
    TwilioPhone.composer = null;
  });

  it('is that of its elements elsewhere in the page, too, and two phones may have two', async () => {
    TwilioPhone.composer = new TestComposer();
    browserSpeaks('en');
    page.lang = 'en';
    await fixture(
      html`<div>
        <twilio-phone id="german" lang="de" dock="none"></twilio-phone>
        <twilio-phone id="arabic" lang="ar" dock="none"></twilio-phone>
        <phone-status phone="german"></phone-status>
        <phone-status phone="arabic"></phone-status>
      </div>`,
    );
    const [german, arabic] = [...document.querySelectorAll('phone-status')];
    await says(german as Element, 'Bereit für Anrufe');
    await says(arabic as Element, 'جاهز لاستقبال المكالمات');
    expect(allByRole('region').map((region) => region.ariaLabel)).to.deep.equal(['Telefon', 'الهاتف']);
  });

  it('does not mind a page that has configured @lit/localize for itself', async () => {
    configureLocalization({
      sourceLocale: 'en',
      targetLocales: ['fr'],
      loadLocale: () => Promise.resolve({ templates: {} }),
    });
    const phone = await registeredPhone();
    const element = await fixture(
      html`<phone-status lang="de" .controller=${phone.controller}></phone-status>`,
    );
    await says(element, 'Bereit für Anrufe');
    expect(pagesOwnMsg('Ready for calls')).to.equal('Ready for calls');
  });
});

describe('numbers', () => {
  const rows: readonly [string, RegExp][] = [
    ['de', /^1:05$/],
    ['ar-EG', /^١:٠٥$/],
    ['ja-JP', /^1:05$/],
    ['ja-JP-u-nu-hanidec', /^一:〇五$/],
  ];
  for (const [lang, time] of rows) {
    it(`are written as people write them in ${lang}`, async () => {
      const phone = await registeredPhone();
      phone.clock.jump(Date.now() - phone.clock.now() - 65_500);
      await phone.talk();
      const controls = html`<call-controls lang=${lang} .controller=${phone.controller}></call-controls>`;
      const element = await fixture(controls);
      await until(() => element.shadowRoot?.querySelector('[role=timer]') !== null);
      expect(element.shadowRoot?.querySelector('[role=timer]')?.textContent?.trim()).to.match(time);
    });
  }
});

describe('the buttons on a narrow screen', () => {
  for (const lang of ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt']) {
    it(`keep their names apart in ${lang}`, async () => {
      const phone = await registeredPhone();
      await phone.talk();
      const element = await fixture(
        html`<div lang=${lang} style="inline-size: 250px">
          <call-controls .controller=${phone.controller}></call-controls>
        </div>`,
      );
      const names = () => [...(element.firstElementChild?.shadowRoot?.querySelectorAll('.name') ?? [])];
      await until(() => names().length === 4);
      const inARow = names()
        .map((name) => name.getBoundingClientRect())
        .sort((one, other) => one.left - other.left);
      for (const [index, { right }] of inARow.entries()) {
        expect(right).to.be.at.most(inARow[index + 1]?.left ?? Infinity);
      }
    });
  }
});

describe('a phone in Arabic', () => {
  const scenes: readonly [string, (phone: TestPhone) => unknown][] = [
    ['a phone that is ready', () => undefined],
    ['a caller', (phone) => phone.ring({ from: '+14155550100' })],
    [
      'a caller and no sound',
      (phone) => {
        phone.ring();
        phone.ringer.setBlocked(true);
      },
    ],
    ['a call', (phone) => phone.talk()],
    ['a call that cannot be held', (phone) => phone.talk({ isHoldAvailable: false })],
    ['trouble', (phone) => phone.device.emit({ type: 'error', error: new PhoneError('token-invalid', '') })],
  ];
  for (const [scene, arrange] of scenes) {
    it(`has no Latin letter left, shows ${scene}, and stays accessible`, async () => {
      const phone = await registeredPhone();
      const element = await fixture(
        html`<div lang="ar">
          <phone-status .controller=${phone.controller}></phone-status>
          <call-controls .controller=${phone.controller}></call-controls>
          <incoming-call-toast .controller=${phone.controller}></incoming-call-toast>
        </div>`,
      );
      await arrange(phone);
      const [status] = element.children;
      await until(() => /\p{Script=Arabic}/u.test(wordsOf(status as Element)));
      await rendered();
      const said = [...everyElement(document.body)].flatMap((one) => [
        one.getAttribute('aria-label') ?? '',
        one.getAttribute('title') ?? '',
        wordsOf(one),
      ]);
      expect(said.filter((words) => /[A-Za-z]/.test(words.replaceAll('F8', '')))).to.deep.equal([]);
      await movementsFinished(document.body);
      await expect(element).to.be.accessible();
    });
  }
});

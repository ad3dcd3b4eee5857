import type { TemplateMap } from '@lit/localize/internal/types.js';
import { asWritten } from './message.js';
import type { SpokenLanguage, Translate } from './message.js';

/** A language of the phone, as a page or a browser asked for it. */
export interface Language extends SpokenLanguage {
  /** Settles when better words than these are here, or will not come. Null when these are the right ones. */
  readonly loading: Promise<void> | null;
}

interface Locale {
  readonly direction: SpokenLanguage['direction'];
  readonly load: () => Promise<{ readonly templates: TemplateMap }>;
}

interface Words {
  /** Null until they are here, and for good when they do not come. */
  readonly translate: Translate | null;
  readonly loading: Language['loading'];
}

/** The languages beside English, by the first part of their tags. lit-localize.json names the same ones. */
const locales: Readonly<Partial<Record<string, Locale>>> = {
  ar: { direction: 'rtl', load: () => import('../../locales/ar.js') },
  de: { direction: 'ltr', load: () => import('../../locales/de.js') },
  es: { direction: 'ltr', load: () => import('../../locales/es.js') },
  fr: { direction: 'ltr', load: () => import('../../locales/fr.js') },
  ja: { direction: 'ltr', load: () => import('../../locales/ja.js') },
  pt: { direction: 'ltr', load: () => import('../../locales/pt.js') },
};

const wordsByLanguage = new Map<string, Words>();

/** The first of these tags whose language the phone speaks; English where it speaks none of them. */
export function chooseLanguage(tags: Iterable<string>): Language {
  for (const tag of tags) {
    const [name = ''] = tag.toLowerCase().split('-');
    const locale = locales[name];
    if (locale) return inLocale(tag, name, locale);
    if (name === 'en') return inEnglish(tag);
  }
  return inEnglish('en');
}

function inEnglish(tag: string, loading: Language['loading'] = null): Language {
  return { tag, direction: 'ltr', translate: asWritten, loading };
}

/** Until the words are here, or if they never come, it is English. */
function inLocale(tag: string, name: string, { direction, load }: Locale): Language {
  const { translate, loading } = wordsByLanguage.get(name) ?? startLoading(name, load);
  return translate ? { tag, direction, translate, loading } : inEnglish('en', loading);
}

function startLoading(name: string, load: Locale['load']): Words {
  const loading = loadTranslation(load)
    .catch((error: unknown) => {
      console.warn(`twilio-phone: the words for "${name}" did not load, so they are English.`, error);
      return null;
    })
    .then((translate) => void wordsByLanguage.set(name, { translate, loading: null }));
  const words = { translate: null, loading };
  wordsByLanguage.set(name, words);
  return words;
}

/** What looks words up comes together with them: a phone that speaks English does without. */
async function loadTranslation(load: Locale['load']): Promise<Translate> {
  const [{ templates }, { runtimeMsg }] = await Promise.all([
    load(),
    import('@lit/localize/internal/runtime-msg.js'),
  ]);
  return (sentence) => runtimeMsg(templates, sentence, undefined) as string;
}

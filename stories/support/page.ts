/** The page that a story stands in: light or dark, in one of the phone's languages, from left or from right. */
import type { Decorator, Preview } from '@storybook/web-components-vite';

const languages = {
  en: 'English',
  ar: 'العربية (right to left)',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  pt: 'Português',
};

/** The switches in the toolbar. */
export const pageGlobals: Preview['globalTypes'] = {
  scheme: {
    description: 'Light or dark',
    toolbar: {
      title: 'Scheme',
      icon: 'contrast',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
      ],
    },
  },
  language: {
    description: 'The language, and with it the direction',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: Object.entries(languages).map(([value, title]) => ({ value, title })),
    },
  },
};

export const lookLikeAPage: Decorator = (story, { globals }) => {
  const page = document.documentElement;
  page.style.colorScheme = String(globals['scheme']);
  page.lang = String(globals['language']);
  page.dir = page.lang === 'ar' ? 'rtl' : 'ltr';
  return story();
};

import { expect } from '@open-wc/testing';
import { PhoneError } from '../../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../../src/core/phone-error.js';
import { browserName, systemName } from '../../../src/elements/shared/browser-name.js';
import type { BrowserHints } from '../../../src/elements/shared/browser-name.js';
import { errorText } from '../../../src/elements/shared/error-texts.js';
import { explain } from '../../../src/elements/shared/explain.js';
import { chooseLanguage } from '../../../src/elements/shared/languages.js';
import { speak } from '../../../src/elements/shared/message.js';
import { allErrorCodes } from '../../support/error-codes.js';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

/** How browsers name themselves, and what they are: by browser and by system. */
const rows: readonly (readonly [string, BrowserHints, string | null, string | null])[] = [
  [
    'Chrome on Windows',
    { userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}` },
    'chromium',
    'windows',
  ],
  [
    'Edge',
    { userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/150.0.0.0` },
    'chromium',
    'windows',
  ],
  ['Chrome on Android', { userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${chrome}` }, 'chromium', 'android'],
  [
    'Chrome that says no more than its hints',
    {
      userAgent: '',
      userAgentData: { brands: [{ brand: 'Not)A;Brand' }, { brand: 'Chromium' }], platform: 'macOS' },
    },
    'chromium',
    'macos',
  ],
  [
    'Firefox on Linux',
    { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' },
    'firefox',
    null,
  ],
  [
    'Safari on a Mac',
    {
      userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`,
      maxTouchPoints: 0,
    },
    'safari',
    'macos',
  ],
  [
    'Safari on an iPhone',
    {
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Version/26.0 Mobile/15E148 Safari/604.1`,
    },
    'ios',
    'ios',
  ],
  [
    'an iPad, which says that it is a Mac',
    {
      userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`,
      maxTouchPoints: 5,
    },
    'ios',
    'ios',
  ],
  [
    'Firefox on an iPhone, which is Safari beneath',
    {
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} FxiOS/150.0 Mobile/15E148 Safari/605.1.15`,
    },
    'ios',
    'ios',
  ],
  ['a browser that nobody knows', { userAgent: 'Something/1.0' }, null, null],
];

const deniedSteps: Readonly<Record<string, RegExp>> = {
  chromium: /icon left of the address/,
  firefox: /crossed-out microphone/,
  safari: /Safari’s settings/,
  ios: /button beside the address/,
  null: /Allow it beside the address bar/,
};

const systemSteps: Readonly<Record<string, RegExp>> = {
  macos: /System Settings, then Privacy & Security/,
  windows: /let desktop apps use it/,
  android: /Apps, choose this browser/,
  ios: /choose this browser among the apps/,
  null: /in the settings of your device/,
};

describe('what to do about the microphone', () => {
  for (const [what, hints, browser, system] of rows) {
    it(`is said for ${what}: a way that this browser does not have helps nobody`, () => {
      expect([browserName(hints), systemName(hints)]).to.deep.equal([browser, system]);
      const denied = explain(new PhoneError('microphone-denied', ''), hints);
      expect(denied).to.match(/^The browser keeps this page from the microphone\./);
      expect(denied).to.match(deniedSteps[String(browser)] ?? /never/);
      const blocked = explain(new PhoneError('microphone-blocked-by-system', ''), hints);
      expect(blocked).to.match(systemSteps[String(system)] ?? /never/);
    });
  }

  const causes: readonly (readonly [PhoneErrorCode, RegExp])[] = [
    ['page-not-secure', /Open it by https/],
    ['microphone-forbidden', /Tell whoever runs this page/],
    ['microphone-dismissed', /Try again, and allow/],
    ['microphone-missing', /Connect a microphone/],
    ['microphone-busy', /Close that program/],
    ['microphone-unsuitable', /Choose another microphone/],
    ['microphone-failed', /connected and switched on/],
  ];
  for (const [code, remedy] of causes) {
    it(`does not send the person to the browser’s settings for ${code}`, () => {
      const words = explain(new PhoneError(code, ''));
      expect(words).to.match(remedy);
      expect(words).not.to.match(/address bar|left of the address/);
    });
  }
});

describe('the words about every error', () => {
  const english = chooseLanguage(['en']);

  afterEach(() => speak(english));

  for (const tag of ['ar', 'de', 'es', 'fr', 'ja', 'pt']) {
    it(`are there in ${tag}: nobody in trouble has to read another language`, async () => {
      await chooseLanguage([tag]).loading;
      for (const code of allErrorCodes) {
        const error = new PhoneError(code, '');
        speak(english);
        const original = errorText(error);
        speak(chooseLanguage([tag]));
        const translated = errorText(error);
        for (const part of ['happened', 'meaning', 'remedy'] as const) {
          if (original[part] === '') expect(translated[part]).to.equal('');
          else expect(translated[part], code).not.to.equal(original[part]);
        }
      }
    });
  }
});

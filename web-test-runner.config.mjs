import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './scripts/browser.mjs';
import { bundlePackages } from './scripts/bundle-packages.mjs';
import { browserArguments } from './scripts/browser-arguments.mjs';
import { findFirefox, firefoxPreferences } from './scripts/firefox.mjs';
import { countBrowserTests } from './scripts/count-browser-tests.mjs';
import { localTwilio } from './scripts/local-twilio-plugin.mjs';
import { mediaFeatures } from './scripts/media-features-plugin.mjs';

const chromium = () =>
  chromeLauncher({
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
    // A context of its own for each test page: tabs of one window get no animation frames in the background.
    async createPage({ browser }) {
      return (await browser.createBrowserContext()).newPage();
    },
  });

const firefox = () =>
  chromeLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath: findFirefox(),
      // A microphone that hums by itself, as Chromium's does.
      extraPrefsFirefox: { ...firefoxPreferences, 'media.navigator.streams.fake': true },
    },
    // A window of its own for each: Firefox's contexts share one, and a tab behind it gets no animation frames.
    async createPage({ browser }) {
      return (await browser.createBrowserContext()).newPage({ type: 'window' });
    },
  });

const countsFile = process.env.BROWSER_TEST_COUNTS;

export default {
  reporters: [defaultReporter(), ...(countsFile ? [countBrowserTests(countsFile)] : [])],
  files: 'test/{context,elements,events,media,browser,twilio,phone,react}/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 2,
  browsers: [process.env.TEST_BROWSER === 'firefox' ? firefox() : chromium()],
  plugins: [
    // The SDK's modules import CommonJS packages, which no browser loads as they are.
    bundlePackages(['@twilio/voice-sdk']),
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    localTwilio(),
    mediaFeatures(),
  ],
  testFramework: { config: { timeout: 20_000 } },
};

import type { StorybookConfig } from '@storybook/web-components-vite';
import { addStateStories, stateStoriesFile, stateStoriesIndexer } from './state-stories.js';

/** `npm run storybook` says where its demo is; a static build has none, and its Live stories say so. */
const demoAddress = process.env['DEMO_ADDRESS'];

const configuration: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts', `../${stateStoriesFile}`],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    // The root folder's own configuration builds the script tag's files.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  // Nothing is told to anybody.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  experimental_indexers: (existing = []) => [stateStoriesIndexer, ...existing],
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), addStateStories()],
    // Found late they would come as a second copy: two Lits on one page.
    optimizeDeps: {
      ...vite.optimizeDeps,
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        'lit',
        'lit/decorators.js',
        'lit/directives/live.js',
        'lit/directives/repeat.js',
        '@lit/context',
        '@lit/localize',
        '@twilio/voice-sdk',
      ],
    },
    // light-dark() would be written anew for browsers that do not have it.
    build: { ...vite.build, target: 'es2022', cssTarget: 'chrome123', chunkSizeWarningLimit: 4_000 },
    server: { ...vite.server, proxy: demoAddress ? proxyTo(demoAddress) : {} },
  }),
};

export default configuration;

/** The demo's token endpoint, voice webhook and session, at the stories' own origin. */
function proxyTo(target: string) {
  return {
    '/api/': target,
    '/demo-session': { target, rewrite: () => '/' },
  };
}

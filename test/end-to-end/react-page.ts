import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { build } from 'vite';
import type { Rolldown } from 'vite';
import { readRerouteTag, serveBesideDemo } from '../../scripts/serve-beside-demo.js';
import type { ServedFile, ServerBesideDemo } from '../../scripts/serve-beside-demo.js';

/** What the page tells of itself. */
export interface Seen {
  readonly events: readonly string[];
  readonly unhandled: readonly string[];
  readonly methods: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles test/react/page.tsx with what the package ships, as a user's tool would, and serves it beside the
 * demo. React is its development build: only that one mounts everything twice under StrictMode.
 */
export async function serveReactPage(portalAddress: string): Promise<ServerBesideDemo> {
  const files = await bundle();
  const rerouteTag = await readRerouteTag(portalAddress);
  const entry = [...files.keys()].find((name) => name.startsWith('/react/page'));
  const page = `<!doctype html><html lang="en"><title>React</title>${rerouteTag}
    <div id="root"></div><script type="module" src="${entry}"></script>`;
  return serveBesideDemo(portalAddress, (path) => {
    if (path === '/') return { type: 'text/html', body: page };
    return files.get(path) ?? null;
  });
}

async function bundle(): Promise<Map<string, ServedFile>> {
  const answer = await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: { alias: { 'twilio-phone/react': `${root}dist/react/index.js` } },
    build: {
      write: false,
      minify: false,
      assetsDir: 'react',
      target: 'es2022',
      rolldownOptions: { input: `${root}test/react/page.tsx` },
    },
  });
  const { output } = answer as Rolldown.RolldownOutput;
  return new Map(output.map((file) => [`/${file.fileName}`, served(file)]));
}

function served(file: Rolldown.OutputChunk | Rolldown.OutputAsset): ServedFile {
  if (file.type === 'chunk') return { type: 'text/javascript', body: file.code };
  return { type: 'image/svg+xml', body: Buffer.from(file.source) };
}

/** The page, as its person uses it. */
export class ReactPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The guide's `CallNotification`. */
  get notification(): Locator {
    return this.page.locator('.incoming-call-popup');
  }

  /** The guide's `CallControls`. */
  get controls(): Locator {
    return this.page.locator('.call-controls');
  }

  /** Waits until the page's own line of words says this. */
  async waitForWords(words: string): Promise<void> {
    await this.page.getByRole('note').filter({ hasText: words }).waitFor();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** What the guide's `Dialer` does with a number. */
  async dial(number: string): Promise<void> {
    await this.page.getByPlaceholder('Enter phone number').fill(number);
    await this.press('Call');
  }

  async seen(): Promise<Seen> {
    return this.page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  }
}

import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { readRerouteTag, serveBesideDemo } from '../../scripts/serve-beside-demo.js';
import type { ServedFile, ServerBesideDemo } from '../../scripts/serve-beside-demo.js';
import { Stage, tones } from './stage.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** A version that never was: the same files by other names. */
const OTHER_VERSION = '99.0.0';

/** A page that somebody else might have written. */
export interface HostPage {
  /** What stands between the head's beginning and its end, below the rerouting script. */
  readonly head: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The tag of the rerouting script, where the page needs it to be different. */
  readonly reroute?: string;
  /** Runs in the page and its frames before any script of theirs. */
  readonly prepare?: () => void;
}

/** Pages of others, served beside the demo, and our script from an origin of its own. */
export class HostPages {
  readonly #stage: Stage;
  readonly #pages = new Map<string, ServedFile>();
  readonly #files = new Map<string, ServedFile>();
  #pageServer: ServerBesideDemo | null = null;
  #scriptServer: ServerBesideDemo | null = null;
  /** The script tag that leads the page to local Twilio. */
  rerouteTag = '';

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async start(): Promise<void> {
    const { portalAddress } = this.#stage.demo;
    this.rerouteTag = await readRerouteTag(portalAddress);
    this.#pageServer = await serveBesideDemo(portalAddress, (path) => this.#find(path));
    this.#scriptServer = await serveBesideDemo(portalAddress, (path) => this.#find(path));
  }

  stop(): void {
    this.#pageServer?.close();
    this.#scriptServer?.close();
  }

  /** Where the pages are, and our script too: `http://localhost:PORT/`. */
  get pageAddress(): string {
    return this.#pageServer?.address ?? '';
  }

  /** Another origin that has our script, and pages for frames. */
  get scriptAddress(): string {
    return this.#scriptServer?.address ?? '';
  }

  /** A script of the page's own. */
  addScript(path: string, body: string): void {
    this.#files.set(path, { type: 'text/javascript', body });
  }

  addPage(path: string, { head, body = '', headers }: HostPage): void {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
      ${head}</head><body>${body}</body></html>`;
    this.#pages.set(path, { type: 'text/html', body: html, headers });
  }

  /** Opens a page, and notes whatever goes wrong in it. */
  async open(hostPage: HostPage): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    this.addPage('/', { ...hostPage, head: (hostPage.reroute ?? this.rerouteTag) + hostPage.head });
    const page = await this.#stage.openPage(tones.portal);
    if (hostPage.prepare) await page.addInitScript(hostPage.prepare);
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    // The portal first: its session's cookie holds for every port of localhost.
    await page.goto(this.#stage.demo.portalAddress, { waitUntil: 'commit' });
    complaints.length = 0;
    await page.goto(this.pageAddress);
    return { page, complaints };
  }

  #find(address: string): ServedFile | null {
    const path = address.replace(/\?.*$/, '');
    const own = this.#pages.get(path) ?? this.#files.get(path);
    if (own) return own;
    const [, folder, name] = /^\/(twilio-phone|other-version)\/(.+)$/.exec(path) ?? [];
    if (!folder || !name) return path === '/favicon.ico' ? { type: 'image/svg+xml', body: '<svg/>' } : null;
    return folder === 'other-version' ? readOtherVersion(name) : readEmbed(name);
  }
}

/** One stage, with host pages on it, for all tests of a file; each of them clears the stage when it is done. */
export function useHostPages(): { readonly stage: Stage; readonly hosts: HostPages } {
  const stage = new Stage();
  const hosts = new HostPages(stage);
  before(async () => {
    await stage.start();
    await hosts.start();
  });
  after(async () => {
    hosts.stop();
    await stage.stop();
  });
  return { stage, hosts };
}

function readEmbed(name: string): ServedFile {
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript';
  const headers = { 'Access-Control-Allow-Origin': '*' };
  return { type, body: readFileSync(`dist/embed/${name}`), headers };
}

function readOtherVersion(name: string): ServedFile {
  const file = readEmbed(name.replace(OTHER_VERSION, version));
  return { ...file, body: file.body.toString().replaceAll(`${version}/`, `${OTHER_VERSION}/`) };
}

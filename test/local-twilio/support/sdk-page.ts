import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { browserArguments } from '../../../scripts/browser-arguments.mjs';
import { findBrowser } from '../../../scripts/browser.mjs';
import { bundlePackages } from '../../../scripts/bundle-packages.mjs';
import { startLocalTwilio } from '../../../demo/local-twilio/index.js';
import type { LocalTwilio } from '../../../demo/local-twilio/index.js';
import { dominantFrequency, rms } from '../../support/measure-sound.js';
import type { Measurement } from './measure.js';
import { createToken } from './tokens.js';
import type { TokenWishes } from './tokens.js';
import { startTwimlServer } from './twiml-server.js';
import type { TwimlServer } from './twiml-server.js';

const CEILING_IN_MILLISECONDS = 30_000;

/** A browser, local Twilio, its webhook, and pages with nothing but the unmodified SDK. */
export class SdkStage {
  readonly twilio: LocalTwilio;
  readonly webhook: TwimlServer;
  /** Every address that any page asked for. */
  readonly requested: string[] = [];
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #pages: Page[] = [];

  private constructor(twilio: LocalTwilio, webhook: TwimlServer, browser: Browser, server: Server) {
    this.twilio = twilio;
    this.webhook = webhook;
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<SdkStage> {
    const twilio = await startLocalTwilio({ log: () => undefined });
    const webhook = await startTwimlServer();
    twilio.configure({ applicationVoiceUrl: `${webhook.address}/application` });
    const server = await servePages(twilio.address);
    const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
    return new SdkStage(twilio, webhook, browser, server);
  }

  /** A page whose Device is made, and does nothing yet. */
  async open(wishes: TokenWishes & { readonly token?: string }): Promise<SdkPage> {
    const page = await this.#browser.newPage();
    page.setDefaultTimeout(CEILING_IN_MILLISECONDS);
    page.on('request', (request) => this.requested.push(request.url()));
    page.on('websocket', (socket) => this.requested.push(socket.url()));
    this.#pages.push(page);
    await page.goto(`http://localhost:${(this.#server.address() as AddressInfo).port}/`);
    await page.waitForFunction('window.sdkPage !== undefined');
    const sdkPage = new SdkPage(page);
    await sdkPage.do('start', wishes.token ?? createToken(this.twilio.account, wishes));
    return sdkPage;
  }

  async register(identity: string): Promise<SdkPage> {
    const page = await this.open({ identity });
    await page.do('register');
    await page.event('device registered');
    return page;
  }

  /** Closes all pages and ends all calls. */
  async clear(): Promise<void> {
    await Promise.all(this.#pages.splice(0).map((page) => page.close()));
    for (const leg of this.twilio.calls) leg.hangUp('completed');
    await this.twilio.misbehave({ do: 'behave' });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.twilio.stop();
    await this.webhook.stop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** One page of the stage. */
export class SdkPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Has the page do something; sdk-page.js lists what it can. */
  do<Answer>(name: string, parameter?: unknown): Promise<Answer> {
    return this.#page.evaluate(`sdkPage.${name}(${JSON.stringify(parameter) ?? ''})`);
  }

  events(): Promise<readonly string[]> {
    return this.do('events');
  }

  /** Resolves when the page has written this event down. */
  async event(event: string, ceilingInMilliseconds = CEILING_IN_MILLISECONDS): Promise<void> {
    await this.#page
      .waitForFunction(`sdkPage.events().includes(${JSON.stringify(event)})`, undefined, {
        timeout: ceilingInMilliseconds,
      })
      .catch(async () => {
        throw new Error(`"${event}" did not come. These came: ${(await this.events()).join(', ')}`);
      });
  }

  /** What the page hears in one of its calls. */
  async hears(number: number): Promise<Measurement> {
    const { samples, sampleRateInHertz } = await this.do<{ samples: number[]; sampleRateInHertz: number }>(
      'hear',
      number,
    );
    return { frequency: dominantFrequency(samples, sampleRateInHertz), rms: rms(samples) };
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

async function servePages(localTwilioAddress: string): Promise<Server> {
  const bundles = bundlePackages(['@twilio/voice-sdk']);
  await bundles.serverStart();
  const path = bundles.resolveImport({ source: '@twilio/voice-sdk' });
  const sdk = String(bundles.serve({ path })?.body);
  const script = await readFile(new URL('sdk-page.js', import.meta.url), 'utf8');
  const page = `<!doctype html><link rel="icon" href="data:," />
    <script src="${localTwilioAddress}/reroute.js"></script>
    <script type="module" src="/sdk-page.js"></script>`;
  const files = new Map<string, readonly [string, string]>([
    ['/', ['text/html', page]],
    ['/voice-sdk.js', ['text/javascript', sdk]],
    ['/sdk-page.js', ['text/javascript', script]],
  ]);
  const server = createServer((request, response) => {
    const [contentType, body] = files.get(request.url ?? '') ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'Content-Type': contentType }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

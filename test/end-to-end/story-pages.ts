import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { storybookFolder } from '../../scripts/storybook.mjs';

const CEILING_IN_MILLISECONDS = 30_000;
const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** A story or a page of the manual, as Storybook lists it. */
export interface StoryEntry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** What became of one. */
export interface StoryResult {
  /** Empty where all is well: what was thrown, or which rules of accessibility were broken and by what. */
  readonly complaints: readonly string[];
  /** How many rules of accessibility were looked at and kept. */
  readonly rulesKept: number;
}

/** What the pages look like: Storybook's own switches. */
export interface StoryLook {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'ar';
}

/** Everything in the sidebar. */
export function readStories(): readonly StoryEntry[] {
  const index = JSON.parse(readFileSync(`${storybookFolder}/index.json`, 'utf8')) as {
    entries: Record<string, StoryEntry>;
  };
  return Object.values(index.entries);
}

/** Runs stories, each page one after the other, as Storybook's own frame does; all pages at the same time. */
export class StoryRun {
  readonly #results: Map<string, Promise<StoryResult>>;

  constructor(pages: readonly StoryPage[], entries: readonly StoryEntry[]) {
    const lines = pages.map(() => Promise.resolve() as Promise<unknown>);
    this.#results = new Map(
      entries.map((entry, index) => {
        const line = index % pages.length;
        const result = (lines[line] ?? Promise.resolve()).then(() => run(pages[line], entry));
        lines[line] = result;
        return [entry.id, result];
      }),
    );
  }

  async resultOf({ id }: StoryEntry): Promise<StoryResult> {
    const result = await this.#results.get(id);
    if (!result) throw new Error(`${id} was not run.`);
    return result;
  }
}

/** What breaks is what became of it: the others get their turn. */
async function run(page: StoryPage | undefined, entry: StoryEntry): Promise<StoryResult> {
  try {
    if (!page) throw new Error('There is no page.');
    return await page.run(entry);
  } catch (error) {
    return { complaints: [String(error)], rulesKept: 0 };
  }
}

/** A page that shows one story after the other. */
export class StoryPage {
  readonly #page: Page;
  readonly #address: string;
  readonly #thrown: string[] = [];
  #isOpen = false;

  constructor(page: Page, serverAddress: string, { scheme, language }: StoryLook) {
    this.#page = page;
    this.#address = `${serverAddress}iframe.html?globals=scheme:${scheme};language:${language}`;
    page.on('pageerror', ({ message }) => this.#thrown.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#thrown.push(message.text());
    });
  }

  /** Shows a story, lets it play, and waits for what came of it and of its check for accessibility. */
  async run({ id, type }: StoryEntry): Promise<StoryResult> {
    this.#thrown.length = 0;
    const ceiling = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error(`${id} did not finish.`)), CEILING_IN_MILLISECONDS).unref();
    });
    const result = await Promise.race([type === 'docs' ? this.#read(id) : this.#show(id), ceiling]);
    return { ...result, complaints: [...result.complaints, ...this.#thrown] };
  }

  async #show(id: string): Promise<StoryResult> {
    if (!this.#isOpen) {
      await this.#page.goto(`${this.#address}&viewMode=story&id=${id}`);
      await this.#page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in window);
    }
    const isFirst = !this.#isOpen;
    this.#isOpen = true;
    const { thrown, status, axe } = await this.#page.evaluate(showStory, { id, isFirst });
    const { complaints, rulesKept } = describe(axe);
    const all = [...thrown, ...complaints];
    return { complaints: status !== 'success' && all.length === 0 ? [status] : all, rulesKept };
  }

  /** A page of the manual is there when all its stories are. */
  async #read(id: string): Promise<StoryResult> {
    this.#isOpen = false;
    await this.#page.goto(`${this.#address}&viewMode=docs&id=${id}`);
    await this.#page.locator('#storybook-docs h1').first().waitFor();
    await this.#page.waitForFunction(() => !document.querySelector('.sb-story [aria-label="Loading story"]'));
    const errors = await this.#page.locator('.sb-errordisplay:visible').allInnerTexts();
    await this.#page.evaluate(axeSource);
    const { complaints, rulesKept } = describe(await this.#page.evaluate(lookAtManual));
    return { complaints: [...errors, ...complaints], rulesKept };
  }
}

interface Channel {
  on(event: string, listener: (data: never) => void): void;
  off(event: string, listener: (data: never) => void): void;
  emit(event: string, data: unknown): void;
  last(event: string): unknown[] | undefined;
}

interface Finished {
  readonly storyId: string;
  readonly status: string;
  readonly reporters: readonly { readonly type: string; readonly result?: AxeResult }[];
}

interface AxeResult {
  readonly error?: unknown;
  readonly passes?: readonly unknown[];
  readonly violations?: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
  }[];
}

/** What a story's play came to. */
interface Played {
  readonly thrown: readonly string[];
  readonly status: string;
  readonly axe: AxeResult;
}

/** Which rules were broken, by what, and how many were kept. */
function describe({ error, passes = [], violations = [] }: AxeResult): StoryResult {
  const broken = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
  );
  return { complaints: [...broken, ...(error ? [JSON.stringify(error)] : [])], rulesKept: passes.length };
}

/** Runs in the page: what we wrote in it. Its stories are looked at by themselves. */
function lookAtManual(): Promise<AxeResult> {
  const { axe } = window as unknown as { axe: { run(context: object): Promise<AxeResult> } };
  return axe.run({ include: '#storybook-docs', exclude: '.sb-story' });
}

/** Runs in the page. */
function showStory({ id, isFirst }: { id: string; isFirst: boolean }): Promise<Played> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as {
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
  };
  const failures = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'];
  return new Promise((resolve) => {
    const thrown: string[] = [];
    const note = (error: { message?: string; description?: string } | string) => {
      thrown.push(typeof error === 'string' ? error : (error.message ?? error.description ?? 'failed'));
    };
    const hear = ({ storyId, status, reporters }: Finished) => {
      if (storyId !== id) return;
      channel.off('storyFinished', hear);
      for (const name of failures) channel.off(name, note);
      resolve({ thrown, status, axe: reporters.find(({ type }) => type === 'a11y')?.result ?? {} });
    };
    for (const name of failures) channel.on(name, note);
    const already = channel.last('storyFinished')?.[0] as Finished | undefined;
    if (isFirst && already?.storyId === id) return hear(already);
    channel.on('storyFinished', hear);
    if (!isFirst) channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}

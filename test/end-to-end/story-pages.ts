import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A story, as Storybook lists it. */
export interface StoryEntry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** What became of one. */
export interface StoryResult {
  readonly id: string;
  /** Empty where all is well: what was thrown, or which rules of accessibility were broken and by what. */
  readonly complaints: readonly string[];
  readonly rulesPassed: number;
}

/** What its pages look like: Storybook's own switches. */
export interface StoryLook {
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'ar';
}

export const storybookFolder = 'dist-storybook';

/** Everything in the sidebar. */
export function readStories(): readonly StoryEntry[] {
  const index = JSON.parse(readFileSync(`${storybookFolder}/index.json`, 'utf8')) as {
    entries: Record<string, StoryEntry>;
  };
  return Object.values(index.entries);
}

/** A page that shows one story after the other, as Storybook's own frame does. */
export class StoryPage {
  readonly #page: Page;
  readonly #address: string;
  readonly #look: StoryLook;
  readonly #thrown: string[] = [];
  #isOpen = false;

  constructor(page: Page, address: string, look: StoryLook) {
    this.#page = page;
    this.#address = address;
    this.#look = look;
    page.on('pageerror', ({ message }) => this.#thrown.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#thrown.push(message.text());
    });
  }

  /** Shows a story, lets it play, and waits for what came of it and of its check for accessibility. */
  async run({ id }: StoryEntry): Promise<StoryResult> {
    this.#thrown.length = 0;
    if (!this.#isOpen) await this.#open(id);
    const { complaints, rulesPassed } = await this.#page.evaluate(showStory, {
      id,
      isFirst: !this.#isOpen,
    });
    this.#isOpen = true;
    return { id, rulesPassed, complaints: [...complaints, ...this.#thrown] };
  }

  async #open(id: string): Promise<void> {
    const { scheme, language } = this.#look;
    await this.#page.goto(`${this.#address}iframe.html?id=${id}&globals=scheme:${scheme};language:${language}`);
    await this.#page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in window);
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
  readonly reporters: readonly { readonly type: string; readonly status: string; readonly result?: AxeResult }[];
}

interface AxeResult {
  readonly passes?: readonly unknown[];
  readonly violations?: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
  }[];
  readonly error?: unknown;
}

/** Runs in the page. */
function showStory({ id, isFirst }: { id: string; isFirst: boolean }) {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as {
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
  };
  const failures = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'];
  return new Promise<{ complaints: string[]; rulesPassed: number }>((resolve) => {
    const complaints: string[] = [];
    const note = (error: { message?: string; description?: string; title?: string }) =>
      void complaints.push(error?.message ?? error?.description ?? String(error));
    const hear = (data: Finished) => {
      if (data.storyId !== id) return;
      channel.off('storyFinished', hear);
      for (const name of failures) channel.off(name, note);
      const axe = data.reporters.find(({ type }) => type === 'a11y')?.result;
      const broken = (axe?.violations ?? []).flatMap(({ id: rule, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${rule}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
      );
      if (axe?.error) broken.push(String(axe.error));
      if (data.status !== 'success' && broken.length + complaints.length === 0) broken.push(data.status);
      resolve({ complaints: [...complaints, ...broken], rulesPassed: axe?.passes?.length ?? 0 });
    };
    for (const name of failures) channel.on(name, note);
    const already = channel.last('storyFinished')?.[0] as Finished | undefined;
    if (isFirst && already?.storyId === id) return hear(already);
    channel.on('storyFinished', hear);
    if (!isFirst) channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}

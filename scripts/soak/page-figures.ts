/** What a page holds on to, as the browser itself counts it after a forced garbage collection. */
import type { CDPSession, Page } from 'playwright-core';

export interface PageFigures {
  readonly heapInBytes: number;
  readonly openPeerConnections: number;
  /** Those that are not closed. */
  readonly audioContexts: number;
  readonly listeners: number;
  readonly nodes: number;
}

/** The SDK itself holds on to what it measured a call with for five seconds (2.18.5, `call.js`, `METRICS_DELAY`). */
const REST_IN_MILLISECONDS = 6_000;
const PAUSE_IN_MILLISECONDS = 1_000;
const CEILING_IN_MILLISECONDS = 30_000;

export class PageMeter {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async create(page: Page): Promise<PageMeter> {
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.enable');
    await session.send('Performance.enable');
    return new PageMeter(session);
  }

  /** Measures when the page has come to rest: nothing has changed for so long. */
  async measure(): Promise<PageFigures> {
    const startedAt = performance.now();
    let last = await this.#look();
    let changedAt = startedAt;
    for (;;) {
      const now = performance.now();
      if (now - changedAt > REST_IN_MILLISECONDS || now - startedAt > CEILING_IN_MILLISECONDS) return last;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_MILLISECONDS));
      const next = await this.#look();
      if (next.listeners !== last.listeners || next.nodes !== last.nodes) changedAt = now;
      last = next;
    }
  }

  async #look(): Promise<PageFigures> {
    const openPeerConnections = await this.#count('RTCPeerConnection', 'signalingState');
    const audioContexts = await this.#count('AudioContext', 'state');
    // What a first collection finalizes, a second one collects.
    await this.#session.send('HeapProfiler.collectGarbage');
    await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
    return {
      heapInBytes: usedSize,
      openPeerConnections,
      audioContexts,
      listeners: metric('JSEventListeners'),
      nodes: metric('Nodes'),
    };
  }

  /** How many objects of a class live whose state is not `closed`. The prototype of a subclass is none. */
  async #count(name: string, state: string): Promise<number> {
    const objectGroup = 'soak';
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression: `${name}.prototype`,
      objectGroup,
    });
    const { objects } = await this.#session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
      objectGroup,
    });
    const answer = await this.#session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: `function () {
        const instances = this.filter((one) => !Object.hasOwn(one, 'constructor'));
        return instances.filter((one) => one.${state} !== 'closed').length;
      }`,
      returnByValue: true,
    });
    await this.#session.send('Runtime.releaseObjectGroup', { objectGroup });
    return Number(answer.result.value);
  }
}

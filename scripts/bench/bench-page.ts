import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Moments of the call that is under way, by `performance.now()`: put there by the benchmark. */
    benchMoments: { invitedAt: number; clickedAt: number; paintedAt: number; heardAt: number };
  }
}

/** Milliseconds of one call, as the page measured them. */
export interface Measurement {
  /** From the invite's arrival on the wire until its caller stands on the screen. */
  readonly inviteToPaint: number;
  /** From the click on "Answer" until the caller is heard. */
  readonly answerToSound: number;
}

/** Has a page take down when an invite arrives, when an alert dialog is painted, and when sound is heard. */
export async function watchMoments(page: Page): Promise<void> {
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(installWatch);
}

/** What was taken down. The call must have been answered and heard. */
export async function readMoments(page: Page): Promise<Measurement> {
  await page.waitForFunction(() => window.benchMoments.heardAt > window.benchMoments.clickedAt);
  const { invitedAt, paintedAt, clickedAt, heardAt } = await page.evaluate(() => window.benchMoments);
  return { inviteToPaint: paintedAt - invitedAt, answerToSound: heardAt - clickedAt };
}

/** Runs in the page, before any of its own scripts. */
function installWatch(): void {
  window.benchMoments = { invitedAt: 0, clickedAt: 0, paintedAt: 0, heardAt: 0 };
  const moments = window.benchMoments;
  const elements = new Set<HTMLMediaElement>();
  const ears = new WeakMap<object, AnalyserNode>();
  let context: AudioContext | null = null;
  let isFound = false;

  const findDialog = (root: ParentNode): Element | null => {
    const found = root.querySelector('[role="alertdialog"]');
    if (found?.checkVisibility()) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && findDialog(shadowRoot);
      if (inside) return inside;
    }
    return null;
  };

  const earOf = (stream: MediaStream): AnalyserNode => {
    context ??= new AudioContext();
    const ear = ears.get(stream) ?? new AnalyserNode(context, { fftSize: 256 });
    if (!ears.has(stream)) new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(ear);
    ears.set(stream, ear);
    return ear;
  };

  const isHeard = (): boolean => {
    const samples = new Float32Array(256);
    return [...elements].some(({ paused, srcObject }) => {
      if (paused || !(srcObject instanceof MediaStream) || srcObject.getAudioTracks().length === 0)
        return false;
      earOf(srcObject).getFloatTimeDomainData(samples);
      return samples.some((sample) => Math.abs(sample) > 0.01);
    });
  };

  const look = (): void => {
    // What one frame finds is on the screen when the next one begins.
    if (isFound && moments.paintedAt < moments.invitedAt) moments.paintedAt = performance.now();
    isFound = moments.paintedAt < moments.invitedAt && findDialog(document) !== null;
    if (moments.clickedAt > moments.invitedAt && moments.heardAt < moments.clickedAt && isHeard()) {
      moments.heardAt = performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    elements.add(this);
    return play.call(this);
  };
  addEventListener('click', () => (moments.clickedAt = performance.now()), { capture: true });
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && data.includes('"type":"invite"'))
          moments.invitedAt = performance.now();
      });
    }
  };
}

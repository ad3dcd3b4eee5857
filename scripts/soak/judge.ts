import type { PageFigures } from './page-figures.js';

/** One figure of the soak, and whether it holds. */
export interface Verdict {
  readonly title: string;
  readonly measured: string;
  readonly limit: string;
  readonly isGood: boolean;
}

/** What was counted beside the page. */
export interface Counted {
  readonly calls: number;
  readonly failures: number;
  /** Calls that were told otherwise than once. */
  readonly notToldOnce: number;
  readonly kept: number;
  readonly keptAfterReload: number;
  readonly compared: number;
  readonly comparedWrong: number;
}

const MEGABYTE = 1_000_000;
const MOST_GROWTH_IN_BYTES = 5 * MEGABYTE;
/** The bell's, and the SDK's own, in which calls are mixed. */
const MOST_AUDIO_CONTEXTS = 2;
/** The oldest record gives way to the newest. */
const MOST_KEPT = 1_000;

/** The page as it was found again and again, from after the first calls until after the last one. */
export type Looks = readonly [first: PageFigures, ...others: PageFigures[]];

/** The figures of the soak: what the page held on to, and what was counted. */
export function judge(looks: Looks, counted: Counted): readonly Verdict[] {
  const [first] = looks;
  const last = looks.at(-1) ?? first;
  const growth = last.heapInBytes - first.heapInBytes;
  const kept = Math.min(counted.calls, MOST_KEPT);
  return [
    {
      title: 'heap growth after a forced collection',
      measured: `${(growth / MEGABYTE).toFixed(2)} MB`,
      limit: `under ${MOST_GROWTH_IN_BYTES / MEGABYTE} MB`,
      isGood: growth < MOST_GROWTH_IN_BYTES,
    },
    exactly('open peer connections', last.openPeerConnections, 0),
    {
      title: 'AudioContexts',
      measured: `${first.audioContexts} then ${last.audioContexts}`,
      limit: `constant, at most ${MOST_AUDIO_CONTEXTS}`,
      isGood: last.audioContexts === first.audioContexts && last.audioContexts <= MOST_AUDIO_CONTEXTS,
    },
    constant('event listeners', first.listeners, last.listeners),
    mostlyConstant(
      'DOM nodes',
      looks.map(({ nodes }) => nodes),
    ),
    exactly('calls that went wrong', counted.failures, 0),
    exactly('calls not told exactly once by call-log', counted.notToldOnce, 0),
    exactly('records in the history', counted.kept, kept),
    exactly('records in the history after a reload', counted.keptAfterReload, kept),
    exactly(`of ${counted.compared} calls at random, differing from the log`, counted.comparedWrong, 0),
  ];
}

function constant(title: string, first: number, last: number): Verdict {
  return { title, measured: `${first} then ${last}`, limit: 'constant', isGood: first === last };
}

/**
 * What each call leaves behind makes more of them from look to look; what is shown for the first time, and is kept
 * ready from then on, does so now and then.
 */
function mostlyConstant(title: string, values: readonly number[]): Verdict {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? NaN));
  const rises = steps.filter((step) => !(step <= 0)).length;
  return {
    title,
    measured: `${values[0]} then ${values.at(-1)}, more in ${rises} of ${steps.length} looks`,
    limit: 'more in less than half of them',
    isGood: 2 * rises < steps.length,
  };
}

function exactly(title: string, measured: number, limit: number): Verdict {
  return { title, measured: String(measured), limit: String(limit), isGood: measured === limit };
}

/** One line a figure. */
export function describeVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts
    .map(
      ({ title, measured, limit, isGood }) =>
        `  ${isGood ? 'ok  ' : 'MISS'} ${title}: ${measured} (${limit})`,
    )
    .join('\n');
}

/** How many calls in how long, e.g. `100 calls in 1 min 5 s, 1.5 a second`. */
export function describeRate(calls: number, milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const time = minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
  return `${calls} calls in ${time}, ${((1000 * calls) / milliseconds).toFixed(1)} a second`;
}

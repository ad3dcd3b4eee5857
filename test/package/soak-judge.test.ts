import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRate, describeVerdicts, judge } from '../../scripts/soak/judge.js';
import type { Counted, Verdict } from '../../scripts/soak/judge.js';
import type { PageFigures } from '../../scripts/soak/page-figures.js';

/** A page at rest. */
const rest: PageFigures = {
  heapInBytes: 4_000_000,
  openPeerConnections: 0,
  audioContexts: 2,
  listeners: 100,
  nodes: 1_000,
};

/** A soak in which nothing went wrong. */
const flawless: Counted = {
  calls: 1_000,
  failures: 0,
  notToldOnce: 0,
  kept: 1_000,
  keptAfterReload: 1_000,
  compared: 10,
  comparedWrong: 0,
};

interface Soak {
  readonly first?: Partial<PageFigures>;
  readonly last?: Partial<PageFigures>;
  readonly counted?: Partial<Counted>;
}

function verdictsOf({ first, last, counted }: Soak): readonly Verdict[] {
  return judge(
    [
      { ...rest, ...first },
      { ...rest, ...last },
    ],
    { ...flawless, ...counted },
  );
}

/** The titles of what does not hold. */
function missed(soak: Soak): readonly string[] {
  return verdictsOf(soak)
    .filter(({ isGood }) => !isGood)
    .map(({ title }) => title);
}

test('a soak in which nothing was left behind and nothing went wrong holds in every figure', () => {
  assert.deepEqual(missed({}), []);
  assert.deepEqual(
    verdictsOf({}).map(({ title, limit }) => `${title}: ${limit}`),
    [
      'heap growth after a forced collection: under 5 MB',
      'open peer connections: 0',
      'AudioContexts: constant, at most 2',
      'event listeners: constant',
      'DOM nodes: more in less than half of them',
      'calls that went wrong: 0',
      'calls not told exactly once by call-log: 0',
      'records in the history: 1000',
      'records in the history after a reload: 1000',
      'of 10 calls at random, differing from the log: 0',
    ],
  );
});

test('each figure is missed by the least that is too much, and by that alone', () => {
  const rows: readonly (readonly [Soak, string])[] = [
    [{ last: { heapInBytes: 9_000_000 } }, 'heap growth after a forced collection'],
    [{ last: { openPeerConnections: 1 } }, 'open peer connections'],
    [{ last: { audioContexts: 1 } }, 'AudioContexts'],
    [{ first: { audioContexts: 3 }, last: { audioContexts: 3 } }, 'AudioContexts'],
    [{ first: { audioContexts: 1 } }, 'AudioContexts'],
    [{ last: { listeners: 101 } }, 'event listeners'],
    [{ last: { nodes: 1_001 } }, 'DOM nodes'],
    [{ counted: { failures: 1 } }, 'calls that went wrong'],
    [{ counted: { notToldOnce: 1 } }, 'calls not told exactly once by call-log'],
    [{ counted: { kept: 999 } }, 'records in the history'],
    [{ counted: { keptAfterReload: 999 } }, 'records in the history after a reload'],
    [{ counted: { comparedWrong: 1 } }, 'of 10 calls at random, differing from the log'],
  ];
  for (const [soak, title] of rows) assert.deepEqual(missed(soak), [title], JSON.stringify(soak));
});

test('a heap that grows by less than the limit, or shrinks, is good', () => {
  assert.deepEqual(missed({ last: { heapInBytes: 8_999_999 } }), []);
  assert.deepEqual(missed({ last: { heapInBytes: 3_000_000 } }), []);
  const [heap] = verdictsOf({ last: { heapInBytes: 4_250_000 } });
  assert.equal(heap?.measured, '0.25 MB');
});

test('nodes that come once and stay are good, and nodes that come with each call are not', () => {
  const judgeNodes = (...nodes: readonly number[]) => {
    const [first = rest, ...others] = nodes.map((count) => ({ ...rest, nodes: count }));
    return judge([first, ...others], flawless).find(({ title }) => title === 'DOM nodes');
  };
  assert.equal(judgeNodes(1_000, 1_000, 1_000, 1_047, 1_047)?.isGood, true);
  assert.equal(judgeNodes(1_000, 1_047, 1_047)?.isGood, false);
  assert.equal(judgeNodes(1_000, 1_050, 1_100, 1_150, 1_200)?.isGood, false);
  assert.equal(judgeNodes(1_000, 1_050, 1_040, 1_060, 1_050)?.isGood, false);
  assert.equal(judgeNodes(1_000, 990, 980)?.isGood, true);
  assert.equal(judgeNodes(1_000, 1_000, 1_047, 1_047)?.measured, '1000 then 1047, more in 1 of 3 looks');
});

test('connections that were open at first and are not at last are no miss', () => {
  assert.deepEqual(missed({ first: { openPeerConnections: 3 } }), []);
});

test('the history keeps every call of a short soak, and a thousand of a long one', () => {
  assert.deepEqual(missed({ counted: { calls: 100, kept: 100, keptAfterReload: 100 } }), []);
  assert.deepEqual(missed({ counted: { calls: 2_000 } }), []);
  assert.deepEqual(missed({ counted: { calls: 2_000, kept: 2_000 } }), ['records in the history']);
});

test('a figure that could not be measured does not hold', () => {
  const unknown = { heapInBytes: NaN, audioContexts: NaN, listeners: NaN, nodes: NaN };
  assert.deepEqual(missed({ first: unknown, last: unknown }), [
    'heap growth after a forced collection',
    'AudioContexts',
    'event listeners',
    'DOM nodes',
  ]);
});

test('each figure is a line, marked when it is missed', () => {
  const verdicts: readonly Verdict[] = [
    { title: 'event listeners', measured: '100 then 100', limit: 'constant', isGood: true },
    { title: 'open peer connections', measured: '2', limit: '0', isGood: false },
  ];
  assert.equal(
    describeVerdicts(verdicts),
    '  ok   event listeners: 100 then 100 (constant)\n  MISS open peer connections: 2 (0)',
  );
});

test('how fast the calls followed one another is said in words', () => {
  assert.equal(describeRate(100, 40_000), '100 calls in 40 s, 2.5 a second');
  assert.equal(describeRate(1_000, 605_400), '1000 calls in 10 min 5 s, 1.7 a second');
  assert.equal(describeRate(30, 60_000), '30 calls in 1 min 0 s, 0.5 a second');
});

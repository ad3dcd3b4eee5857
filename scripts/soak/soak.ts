/**
 * `npm run soak -- --calls 1000`: so many calls in one page, one after another, by the real Voice SDK and with real
 * sound through local Twilio; then what the page still holds on to, and whether its log tells what happened.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { LocalTwilio } from '../../demo/local-twilio/index.js';
import { startDemo } from '../../demo/server/start-demo.js';
import type { CallRecord } from '../../src/core/call-record.js';
import { browserArguments } from '../browser-arguments.mjs';
import { buildWhatIsStale } from '../build.mjs';
import { requireBrowser } from '../install-browser.mjs';
import { differences, pick } from './compare-log.js';
import { describeRate, describeVerdicts, judge } from './judge.js';
import { writeMicrophoneFile } from './microphone-file.js';
import { PageMeter } from './page-figures.js';
import type { PageFigures } from './page-figures.js';
import { CALLS_A_ROUND, SoakCalls } from './soak-calls.js';
import type { SeenCall } from './soak-calls.js';
import { SoakPage } from './soak-page.js';

/** Until here the page still loads what it needs late, and fills its caches. */
const FIRST_MEASURED_CALL = 50;
const COMPARED_CALLS = 10;
/** A soak that goes wrong so often has told enough. */
const MOST_FAILURES = 10;

const { values } = parseArgs({ options: { calls: { type: 'string', default: '1000' } } });
const callCount = Number(values.calls);
if (!Number.isInteger(callCount) || callCount < 2 * FIRST_MEASURED_CALL || callCount % CALLS_A_ROUND !== 0) {
  console.error(`--calls is at least ${2 * FIRST_MEASURED_CALL}, in rounds of ${CALLS_A_ROUND}.`);
  process.exit(2);
}

await buildWhatIsStale();
const folder = mkdtempSync(join(tmpdir(), 'twilio-phone-soak-'));
const microphoneFile = join(folder, 'voice.wav');
writeMicrophoneFile(microphoneFile);
const demo = await startDemo();
const browser = await chromium.launch({
  executablePath: await requireBrowser(),
  args: [...browserArguments, `--use-file-for-fake-audio-capture=${microphoneFile}`],
});
try {
  if (!demo.localTwilio) throw new Error('There is no local Twilio.');
  process.exitCode = (await soak(demo.localTwilio)) ? 0 : 1;
} finally {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true });
}

async function soak(twilio: LocalTwilio): Promise<boolean> {
  const page = new SoakPage(await (await browser.newContext()).newPage());
  await page.open(demo.portalAddress);
  const meter = await PageMeter.create(page.page);
  const calls = new SoakCalls(twilio, page);
  const seen: SeenCall[] = [];
  const records = new Map<string, CallRecord>();
  let failures = 0;
  let notToldOnce = 0;
  const looks: PageFigures[] = [];
  const startedAt = performance.now();

  for (let index = 0; index < callCount && failures < MOST_FAILURES; index += 1) {
    try {
      const call = await calls.run(index);
      await page.waitForEnd();
      await calls.waitForSilence();
      const told = await page.takeRecords();
      const [record] = told;
      if (told.length !== 1 || record?.callSid !== call.callSid || records.has(call.callSid))
        notToldOnce += 1;
      if (record) records.set(call.callSid, record);
      seen.push(call);
    } catch (error) {
      failures += 1;
      console.error(`Call ${index + 1} went wrong: ${String(error)}`);
      calls.hangUpAll();
      await page.clear();
    }
    if ((index + 1) % FIRST_MEASURED_CALL !== 0 && index + 1 !== callCount) continue;
    const look = await meter.measure();
    looks.push(look);
    console.log(`${describeRate(index + 1, performance.now() - startedAt)}: ${describe(look)}`);
  }

  const rate = describeRate(seen.length, performance.now() - startedAt);
  const [first, ...others] = looks;
  if (!first) return false;
  const compared = pick(seen, COMPARED_CALLS, Math.random);
  const late = await page.takeRecords();
  const kept = await page.readHistory();
  const keptAfterReload = await page.readHistoryAfterReload();
  const verdicts = judge([first, ...others], {
    calls: seen.length,
    failures,
    notToldOnce: notToldOnce + late.length,
    kept: kept.length,
    keptAfterReload: keptAfterReload.length,
    compared: compared.length,
    comparedWrong: compared.filter((call) => !agrees(call, records, keptAfterReload)).length,
  });
  console.log(`\n${rate}: ${describeKinds(seen)}\n${describeVerdicts(verdicts)}`);
  return verdicts.every(({ isGood }) => isGood);
}

/** Compares one call with what the page was told of it, and with what it keeps. */
function agrees(
  call: SeenCall,
  records: ReadonlyMap<string, CallRecord>,
  kept: readonly CallRecord[],
): boolean {
  const wrong = [records.get(call.callSid), kept.find(({ callSid }) => callSid === call.callSid)].flatMap(
    (record) => differences(call, record),
  );
  const talk = Math.round(records.get(call.callSid)?.talkInMilliseconds ?? 0);
  const between = `${Math.round(call.leastTalkInMilliseconds)} to ${Math.round(call.mostTalkInMilliseconds)}`;
  const line = `${call.callSid.slice(0, 8)} ${call.direction} ${call.number} ${call.kind}, talked ${talk} ms`;
  console.log(`  ${line} (seen: ${between}): ${wrong.length === 0 ? 'as in the log' : wrong.join('; ')}`);
  return wrong.length === 0;
}

function describe(figures: PageFigures): string {
  const { heapInBytes, openPeerConnections, audioContexts, listeners, nodes } = figures;
  const heap = (heapInBytes / 1_000_000).toFixed(2);
  return `heap ${heap} MB, ${openPeerConnections} open peer connections, ${audioContexts} AudioContexts, ${listeners} listeners, ${nodes} nodes`;
}

function describeKinds(calls: readonly SeenCall[]): string {
  const counts = new Map<string, number>();
  for (const { kind, talk, outcome } of calls) {
    const name = outcome === 'answered' && talk !== 'plain' ? `${kind} (with ${talk})` : kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

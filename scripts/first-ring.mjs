/**
 * `npm run first-ring`: the walk of somebody who has never been here, with a clock. Clones the repository into an
 * empty folder, runs `npm start` there, opens the portal in a browser, lets a voice call, and prints how many
 * seconds each step took, from `git clone` to the first ring. `-- --address URL` clones from elsewhere.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { browserArguments } from './browser-arguments.mjs';
import { requireBrowser } from './install-browser.mjs';
import { root } from './run.mjs';

const CEILING_IN_MILLISECONDS = 5 * 60_000;

/**
 * The address of the portal in what `npm start` prints, or null while it is not there.
 * @param {string} output
 */
export function findPortal(output) {
  return /^\s*Portal\s+(http:\/\/localhost:\d+\/)/m.exec(output)?.[1] ?? null;
}

/**
 * The steps as lines: what each took, and all of them.
 * @param {{ name: string, milliseconds: number }[]} steps
 */
export function report(steps) {
  const total = steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const line = (name, milliseconds) => `${name.padEnd(24)}${(milliseconds / 1000).toFixed(1).padStart(7)} s`;
  return [...steps.map((step) => line(step.name, step.milliseconds)), line('from clone to ring', total)].join(
    '\n',
  );
}

/** Walks, and answers what each step took. */
async function walk(address) {
  const steps = [];
  const executablePath = await requireBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'twilio-phone-first-ring-'));
  const clone = join(folder, 'twilio-phone');
  let demo;
  let browser;
  const step = async (name, work) => {
    const startedAt = performance.now();
    const result = await work();
    steps.push({ name, milliseconds: performance.now() - startedAt });
    return result;
  };
  try {
    await step('git clone', () => execFileSync('git', ['clone', '--quiet', address, clone]));
    const portal = await step('npm start', () => {
      demo = spawn('npm', ['start'], { cwd: clone, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
      return portalOf(demo);
    });
    const page = await step('browser', async () => {
      browser = await chromium.launch({ executablePath, args: [...browserArguments] });
      const opened = await browser.newPage();
      await opened.goto(portal);
      return opened;
    });
    await step('Ready for calls', () => page.getByText('Ready for calls').waitFor());
    await step('the first ring', async () => {
      await page.getByRole('button', { name: 'Let a voice call me' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Answer' }).waitFor();
    });
  } finally {
    await browser?.close();
    if (demo) process.kill(-demo.pid, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
  return steps;
}

/** Where the portal is, once `npm start` has said so. */
function portalOf(demo) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error('npm start took too long.')), CEILING_IN_MILLISECONDS);
    demo.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
      const portal = findPortal(output);
      if (!portal) return;
      clearTimeout(timer);
      resolve(portal);
    });
    demo.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`npm start ended with code ${code}.`));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, address] = /--address=?\s*(\S+)/.exec(process.argv.slice(2).join(' ')) ?? [];
  console.log(report(await walk(address ?? pathToFileURL(root).href)));
}

/**
 * `npm run storybook`: Storybook, and the demo beside it, so that its Live stories call through local Twilio.
 * `npm run storybook:build` writes it as static files into dist-storybook.
 */
import { pathToFileURL } from 'node:url';
import { requireNode } from './check-node.mjs';
import { installWhatIsMissing } from './install.mjs';
import { runTool } from './run.mjs';

/** Where the static files are. */
export const storybookFolder = 'dist-storybook';

const tool = 'storybook/dist/bin/dispatcher.js';
const port = 6006;
const quietly = { STORYBOOK_DISABLE_TELEMETRY: '1' };

/** Test files that open stories. */
export function needsStorybook(file) {
  return file.startsWith('test/end-to-end/stories');
}

/** Builds the static files. The answer is the tool's exit code. */
export function buildStorybook() {
  return runTool(tool, ['build', '--quiet', '--output-dir', storybookFolder], quietly);
}

async function show() {
  const { register } = await import('tsx/esm/api');
  register();
  const { startDemo } = await import('../demo/server/start-demo.ts');
  const demo = await startDemo();
  const environment = { ...quietly, DEMO_ADDRESS: demo.portalAddress };
  // It takes the next free port by itself; nothing is opened in anybody's browser.
  const exitCode = await runTool(tool, ['dev', '--port', `${port}`, '--ci', '--no-open'], environment);
  await demo.stop();
  return exitCode;
}

async function main() {
  requireNode();
  await installWhatIsMissing();
  return process.argv.includes('--build') ? buildStorybook() : show();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());

/**
 * `npm start`: the demo, whatever state the folder is in. Installs what is missing, builds what is stale,
 * and runs the demo's server in this very process, so that Ctrl-C ends everything. With `--watch`, which is
 * `npm run dev`, the script tag's files are built anew at every change; reload the page to see it.
 */
import { requireNode } from './check-node.mjs';
import { installWhatIsMissing } from './install.mjs';

requireNode();
await installWhatIsMissing();
const { buildWhatIsStale } = await import('./build.mjs');
await buildWhatIsStale();
if (process.argv.includes('--watch')) {
  const { runTool } = await import('./run.mjs');
  void runTool('vite/bin/vite.js', ['build', '--watch', '--logLevel', 'warn']);
}
const { register } = await import('tsx/esm/api');
register();
await import('../demo/server/main.ts');

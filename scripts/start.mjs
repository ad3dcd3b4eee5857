/**
 * `npm start`: the demo, whatever state the folder is in. Installs what is missing, builds what is stale,
 * and runs the demo's server in this very process, so that Ctrl-C ends everything.
 */
import { requireNode } from './check-node.mjs';
import { installWhatIsMissing } from './install.mjs';

requireNode();
await installWhatIsMissing();
const { buildWhatIsStale } = await import('./build.mjs');
await buildWhatIsStale();
const { register } = await import('tsx/esm/api');
register();
await import('../demo/server/main.ts');

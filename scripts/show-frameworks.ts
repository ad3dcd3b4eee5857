/** The demo and the pages of demo/frameworks beside it, as a process: started by scripts/frameworks.mjs, ended by Ctrl-C. */
import { startDemo } from '../demo/server/start-demo.js';
import { frameworkPages, serveFrameworkPage } from './serve-framework-page.js';

const wanted = process.argv.slice(2);
const shown = frameworkPages.filter((page) => wanted.length === 0 || wanted.includes(page));
const demo = await startDemo();
const servers = await Promise.all(shown.map((page) => serveFrameworkPage(demo, page)));

console.log();
shown.forEach((page, index) => console.log(`  ${page.padEnd(16)} ${servers[index]?.address}`));
console.log(`
  Call them from the phone booth: ${demo.phoneBoothAddress}
  Ctrl-C ends everything.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const server of servers) server.close();
    void demo.stop().then(() => process.exit(0));
  });
}

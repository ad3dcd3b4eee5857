import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Demo } from '../demo/server/start-demo.js';
import { serveBesideDemo } from './serve-beside-demo.js';
import type { ServedFile, ServerBesideDemo } from './serve-beside-demo.js';

/** The pages of demo/frameworks, by their folders. */
export const frameworkPages = ['plain', 'react', 'vue', 'svelte', 'angular', 'server-rendered'] as const;
export type FrameworkPage = (typeof frameworkPages)[number];

const folder = fileURLToPath(new URL('../demo/frameworks/', import.meta.url));
const types: Readonly<Record<string, ServedFile['type']>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Where a page's own files come from. */
interface Origin {
  find(path: string): Promise<ServedFile | null>;
  close(): void;
}

/** Serves one page, as it was built, from an origin of its own beside the demo. Its visitors are signed in. */
export async function serveFrameworkPage(demo: Demo, page: FrameworkPage): Promise<ServerBesideDemo> {
  const origin = page === 'server-rendered' ? await startServer(page) : serveFiles(page);
  const [cookie = ''] = (await fetch(demo.portalAddress)).headers.getSetCookie();
  const server = await serveBesideDemo(demo.portalAddress, async (path) => {
    const file = await origin.find(path);
    if (file?.type !== 'text/html') return file;
    return { ...file, body: leadToDemo(String(file.body), demo), headers: { 'Set-Cookie': cookie } };
  });
  return {
    address: server.address,
    close() {
      server.close();
      origin.close();
    },
  };
}

/** The pages name the ports that `npm start` takes; tests take any. */
function leadToDemo(html: string, { portalAddress, localTwilio }: Demo): string {
  return html
    .replaceAll('http://localhost:4480', localTwilio?.address ?? '')
    .replaceAll('http://localhost:4400/', portalAddress);
}

function serveFiles(page: FrameworkPage): Origin {
  const files = page === 'plain' ? `${folder}plain` : `${folder}${page}/dist`;
  return {
    async find(path) {
      const { pathname } = new URL(path, 'http://localhost');
      const name = pathname === '/' ? '/index.html' : pathname;
      const type = types[extname(name)];
      if (!type) return null;
      return readFile(files + name).then(
        (body) => ({ type, body }),
        () => null,
      );
    },
    close: () => undefined,
  };
}

/** The page's own server: a process that says where it is. */
async function startServer(page: FrameworkPage): Promise<Origin> {
  const child = spawn(process.execPath, ['server.js'], {
    cwd: `${folder}${page}`,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0' },
  });
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    async find(path) {
      const answer = await fetch(new URL(path, address));
      const type = answer.headers.get('Content-Type') as ServedFile['type'];
      return answer.ok ? { type, body: Buffer.from(await answer.arrayBuffer()) } : null;
    },
    close: () => void child.kill(),
  };
}

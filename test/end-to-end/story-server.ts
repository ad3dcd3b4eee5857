import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { listen } from '../../demo/server/listen.js';
import { storybookFolder } from '../../scripts/storybook.mjs';

/** Storybook's static files on a server. */
export interface StoryServer {
  /** `http://localhost:PORT/`. */
  readonly address: string;
  close(): void;
}

/** Serves Storybook as `npm run storybook` does: with the demo's token endpoint and session at its own origin. */
export async function serveStorybook(demoAddress: string): Promise<StoryServer> {
  const app = new Hono();
  app.all('/api/*', ({ req }) => proxy(new URL(req.path, demoAddress), req));
  app.get('/demo-session', ({ req }) => proxy(demoAddress, req));
  // Browsers ask for it by themselves.
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.get('/*', serveStatic({ root: storybookFolder }));
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  const port = await listen(server, 0);
  return {
    address: `http://localhost:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

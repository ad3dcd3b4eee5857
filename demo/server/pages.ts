import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Context } from 'hono';
import type { Sessions } from './session.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const examples = ['brand', 'header-bar', 'scattered'];
const localTwilioMark = '<!-- local Twilio -->';

/**
 * The pages and what they load: the portal at `/`, the phone booth at `/phone-booth/`, three examples of a phone's
 * looks in `/examples/`, and our built script at `/twilio-phone/`.
 * @param localTwilioAddress Where local Twilio is, or null with a real account.
 */
export function createPages(sessions: Sessions, localTwilioAddress: string | null): Hono {
  const pages = new Hono();
  // Nothing is kept: a page that is built anew is shown anew.
  pages.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-cache');
  });
  pages.get('/', async (context) => {
    await sessions.open(context);
    return page(context, 'demo/portal/index.html', localTwilioAddress);
  });
  pages.get('/phone-booth', (context) => context.redirect('/phone-booth/'));
  pages.get('/phone-booth/', (context) => page(context, 'demo/phone-booth/index.html', localTwilioAddress));
  for (const name of examples) {
    pages.get(`/examples/${name}.html`, async (context) => {
      await sessions.open(context);
      return page(context, `demo/examples/${name}.html`, localTwilioAddress);
    });
  }
  pages.get('/examples/*', serveStatic({ root: `${root}demo` }));
  pages.get('/portal/*', serveStatic({ root: `${root}demo` }));
  pages.get('/phone-booth/*', serveStatic({ root: `${root}demo` }));
  // At the root of the page's own origin, where a portal would put it.
  pages.get('/twilio-phone-worker.js', serveStatic({ path: `${root}dist/worker/twilio-phone-worker.js` }));
  // Pages of other origins may have the script too.
  pages.use('/twilio-phone/*', cors());
  pages.get(
    '/twilio-phone/*',
    serveStatic({
      root: `${root}dist/embed`,
      rewriteRequestPath: (path) => path.replace(/^\/twilio-phone/, ''),
    }),
  );
  return pages;
}

async function page(context: Context, path: string, localTwilioAddress: string | null): Promise<Response> {
  const html = await readFile(root + path, 'utf8');
  const script =
    localTwilioAddress === null ? '' : `<script src="${localTwilioAddress}/reroute.js"></script>`;
  return context.html(html.replace(localTwilioMark, script));
}

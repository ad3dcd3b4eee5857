import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../demo/server/listen.js';

/** What a page of ours is served as. */
export interface ServedFile {
  readonly type: 'text/html' | 'text/javascript' | 'image/svg+xml';
  readonly body: string | Buffer;
  readonly encoding?: 'br';
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that has some files of its own and asks the demo for all others. */
export interface ServerBesideDemo {
  /** `http://localhost:PORT/`. */
  readonly address: string;
  close(): void;
}

/**
 * Serves pages that the demo does not have. The demo's session cookie holds here too: cookies do not know ports.
 * @param find The file at a path, or null to ask the demo.
 */
export async function serveBesideDemo(
  portalAddress: string,
  find: (path: string) => ServedFile | null | Promise<ServedFile | null>,
): Promise<ServerBesideDemo> {
  const server = createServer((request, response) => {
    void (async () => {
      const file = await find(request.url ?? '/');
      if (file) answer(response, file);
      else await forward(portalAddress, request, response);
    })();
  });
  const port = await listen(server, 0);
  return {
    address: `http://localhost:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The script tag that leads a page to the demo's local Twilio. */
export async function readRerouteTag(portalAddress: string): Promise<string> {
  const portal = await (await fetch(portalAddress)).text();
  return /<script src="[^"]*reroute\.js"><\/script>/.exec(portal)?.[0] ?? '';
}

function answer(response: ServerResponse, { type, body, encoding, headers }: ServedFile): void {
  const encodings = encoding ? { 'Content-Encoding': encoding } : {};
  response.writeHead(200, { 'Content-Type': type, ...encodings, ...headers });
  response.end(body);
}

async function forward(
  portalAddress: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', portalAddress);
  const reply = await fetch(address, { headers: { Cookie: request.headers.cookie ?? '' } });
  response.writeHead(reply.status, { 'Content-Type': reply.headers.get('Content-Type') ?? '' });
  response.end(await reply.text());
}

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { EventGateway } from './event-gateway.js';
import { misbehave } from './misbehave.js';
import type { MisbehaviourRequest } from './misbehaviour.js';
import type { Network } from './network.js';
import { silentWaveFile } from './silent-wave-file.js';

const LARGEST_BODY_IN_BYTES = 1024 * 1024;

/** A server and how to end it. */
export interface WebServer {
  readonly server: Server;
  /** Closes the port, and every connection with it. */
  close(): Promise<void>;
}

/** Everything that local Twilio serves, on one port. Only pages of this machine may use it. */
export function createWebServer(network: Network, eventGateway: EventGateway): WebServer {
  const server = createServer((request, response) => {
    serve(request, response, network, eventGateway).catch((error: unknown) => {
      respond(response, 500, `${String(error)}\n`);
    });
  });
  const webSockets = new WebSocketServer({ noServer: true });
  const stalled = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (network.misbehaviour.stallsSockets) {
      // It may be given up meanwhile, which is no error here.
      socket.on('error', () => undefined);
      stalled.add(socket);
      return;
    }
    const accept = findSocketHandler(request, network);
    if (!accept) socket.destroy();
    else webSockets.handleUpgrade(request, socket, head, accept);
  });
  return { server, close: () => close(server, webSockets, stalled) };
}

async function close(
  server: Server,
  webSockets: WebSocketServer,
  stalled: ReadonlySet<Duplex>,
): Promise<void> {
  for (const socket of stalled) socket.destroy();
  const sockets = [...webSockets.clients];
  const closed = sockets.map((socket) => once(socket, 'close'));
  for (const socket of sockets) socket.terminate();
  server.closeAllConnections();
  await Promise.all([...closed, new Promise((resolve) => server.close(resolve))]);
}

function findSocketHandler(request: IncomingMessage, network: Network) {
  if (!isFromThisMachine(request)) return null;
  const path = pathOf(request);
  if (path === '/phone-booth') return network.booths.accept.bind(network.booths);
  if (path !== '/signal' || network.misbehaviour.refusesSockets) return null;
  return network.signalling.accept.bind(network.signalling);
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  network: Network,
  eventGateway: EventGateway,
): Promise<void> {
  if (!isFromThisMachine(request)) {
    respond(response, 403, 'Only pages of this machine may use local Twilio.\n');
    return;
  }
  allowOrigin(request, response);
  const path = pathOf(request);
  const route = `${request.method ?? 'GET'} ${path}`;
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
  } else if (route === 'GET /reroute.js') {
    const script = await readFile(new URL('./reroute.js', import.meta.url));
    respond(response, 200, script, 'text/javascript; charset=utf-8');
  } else if (route === 'POST /misbehave') {
    await misbehave(network, JSON.parse(await readBody(request)) as MisbehaviourRequest);
    response.writeHead(204).end();
  } else if (request.method === 'POST' && /^\/v\d+\/Endpoint(Events|Metrics)$/.test(path)) {
    eventGateway.receive(path, await readBody(request));
    response.writeHead(200).end();
  } else if (request.method === 'GET' && path.startsWith('/js/client/sounds/')) {
    respond(response, 200, silentWaveFile, 'audio/wav');
  } else {
    respond(response, 404, 'This is local Twilio. It has nothing here; see demo/local-twilio/README.md.\n');
  }
}

/** A page elsewhere could reach this port too: the browser tells where a request comes from. */
function isFromThisMachine({ headers }: IncomingMessage): boolean {
  const isLocal = (address: string) =>
    URL.canParse(address) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname);
  return isLocal(`http://${headers.host ?? ''}`) && (headers.origin === undefined || isLocal(headers.origin));
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
  response.setHeader('Access-Control-Allow-Headers', 'Content-Type, X-Twilio-Token');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Vary', 'Origin');
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_IN_BYTES) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function respond(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  contentType = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'Content-Type': contentType }).end(body);
}

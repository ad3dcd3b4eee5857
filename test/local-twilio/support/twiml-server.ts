import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request of local Twilio to a voice webhook. */
export interface WebhookRequest {
  readonly method: string;
  readonly url: string;
  readonly signature: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a voice webhook answers. */
export interface WebhookAnswer {
  readonly status?: number;
  readonly contentType?: string;
  readonly body: string;
}

/** A voice webhook of the test's making. */
export interface TwimlServer {
  readonly address: string;
  /** What was asked, the oldest first. */
  readonly requests: readonly WebhookRequest[];
  /** The answer to each path from now on; a text is TwiML. */
  answer(path: string, answer: string | WebhookAnswer): void;
  stop(): Promise<void>;
}

/** Starts a voice webhook; a path without an answer is 404. */
export async function startTwimlServer(): Promise<TwimlServer> {
  const answers = new Map<string, WebhookAnswer>();
  const requests: WebhookRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', address);
      const text = request.method === 'POST' ? Buffer.concat(chunks).toString() : url.search;
      requests.push({
        method: request.method ?? '',
        url: url.href,
        signature: String(request.headers['x-twilio-signature']),
        parameters: Object.fromEntries(new URLSearchParams(text)),
      });
      const {
        status = 200,
        contentType = 'text/xml',
        body,
      } = answers.get(url.pathname) ?? { status: 404, body: '' };
      response.writeHead(status, { 'Content-Type': contentType }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    address,
    requests,
    answer: (path, answer) => answers.set(path, typeof answer === 'string' ? { body: answer } : answer),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

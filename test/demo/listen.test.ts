import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { listen } from '../../demo/server/listen.js';

function createClosedServer(context: TestContext): Server {
  const server = createServer();
  context.after(() => server.close());
  return server;
}

test('a port that is taken is passed over for the next one', async (context) => {
  const first = await listen(createClosedServer(context), 0);
  const second = await listen(createClosedServer(context), first);
  assert.ok(second > first && second < first + 20, `${first}, then ${second}`);
});

test('other machines do not reach it', async (context) => {
  const server = createClosedServer(context);
  await listen(server, 0);
  const address = server.address();
  assert.ok(typeof address === 'object' && address?.address === '127.0.0.1');
});

test('an error that another port would not cure is told', async (context) => {
  const server = createClosedServer(context);
  await assert.rejects(listen(server, 65_536), /port/i);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

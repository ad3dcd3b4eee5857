import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('it starts, says its two addresses, answers there, and Ctrl-C ends it', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const { port } = blocker.address() as AddressInfo;
  const demo = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: `${port}` },
  });

  const output = await readUntil(demo, 'Ctrl-C');
  assert.match(output, new RegExp(`Port ${port} is taken, using \\d+`));
  const portal = /Portal +(http:\S+)/.exec(output)?.[1];
  const booth = /Phone booth +(http:\S+)/.exec(output)?.[1];
  assert.ok(portal && booth, output);
  assert.match(await (await fetch(portal)).text(), /<twilio-phone/);
  assert.match(await (await fetch(booth)).text(), /Phone booth/);

  const exited = once(demo, 'exit');
  demo.kill('SIGINT');
  assert.deepEqual(await exited, [0, null]);
  await assert.rejects(fetch(portal));
  blocker.close();
});

test('half of an account is refused with a sentence', async () => {
  const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
    cwd: root,
    env: { ...process.env, TWILIO_ACCOUNT_SID: 'AC' },
  });
  assert.match(await readUntil(demo, 'too.'), /^For your own Twilio account, set TWILIO_AUTH_TOKEN,/);
  assert.deepEqual(await once(demo, 'exit'), [1, null]);
});

function readUntil(child: ChildProcess, word: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(word)) resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(`It ended without saying "${word}":\n${output}`)));
  });
}

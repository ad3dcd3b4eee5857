import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

import type { AudioSource } from '../../../demo/local-twilio/media/audio.js';
import { speech } from '../../../demo/local-twilio/media/sources/speech.js';
import { ticker } from '../../../demo/local-twilio/media/ticker.js';
import { rms } from '../../support/measure-sound.js';

function readToTheEnd(source: AudioSource): Int16Array {
  const frames: Int16Array[] = [];
  for (let frame = source.read(); frame; frame = source.read()) frames.push(frame);
  return Int16Array.from(frames.flatMap((frame) => [...frame]));
}

test('a text becomes a voice of a fitting length that can be heard', async () => {
  const samples = readToTheEnd(await speech('Hello. You have reached the demo.'));
  const seconds = samples.length / 8000;
  assert.ok(seconds > 1 && seconds < 5, `${seconds} s`);
  assert.ok(rms(samples) > 0.02, `level ${rms(samples)}`);
});

test('the same text is the same sound each time, also when two want it at once', async () => {
  const [one, other] = await Promise.all([speech('Once.'), speech('Once.')]);
  const again = await speech('Once.');
  const samples = readToTheEnd(one);
  assert.ok(samples.length > 0);
  assert.deepEqual(readToTheEnd(other), samples);
  assert.deepEqual(readToTheEnd(again), samples);
});

test('what was spoken before is there at once', async () => {
  const timeToSpeak = async () => {
    const startedAt = performance.now();
    await speech('Again and again.');
    return performance.now() - startedAt;
  };
  const first = await timeToSpeak();
  const second = await timeToSpeak();
  assert.ok(second < first / 4, `${first} ms, then ${second} ms`);
});

test('language and voice are heard', async () => {
  const settings = [
    {},
    { language: 'de-DE' },
    { language: 'en-GB' },
    { voice: 'man' },
    { voice: 'woman' },
  ] as const;
  const sounds = await Promise.all(settings.map(async (each) => readToTheEnd(await speech('Hand', each))));
  const different = new Set(sounds.map((samples) => Buffer.from(samples.buffer).toString('base64')));
  assert.equal(different.size, settings.length);
});

test('a language that nobody speaks is refused by name', async () => {
  await assert.rejects(speech('Hello', { language: 'xx-XX' }), /no voice for "xx-xx"/);
});

test('a text that looks like an option is spoken', async () => {
  const plain = readToTheEnd(await speech('--version'));
  assert.ok(plain.length > 4000, `${plain.length} samples`);
  assert.ok(rms(plain) > 0.02);
});

test('nothing to say is nothing to hear', async () => {
  const samples = readToTheEnd(await speech(''));
  assert.ok(samples.length < 8000);
  assert.equal(rms(samples), 0);
});

test('speaking does not stop the sound of other calls', async () => {
  const startedAt = performance.now();
  let lastTickAt = startedAt;
  let longestGap = 0;
  const stop = ticker.subscribe(() => {
    longestGap = Math.max(longestGap, performance.now() - lastTickAt);
    lastTickAt = performance.now();
  });
  await speech('This is a long text, and it takes a while to think of how to say it. '.repeat(30));
  stop();
  // What is left to do here is to read the file: a small part of the whole, on any machine.
  const whole = performance.now() - startedAt;
  assert.ok(longestGap < whole / 2, `${longestGap} ms of ${whole} ms without a tick`);
});

test("the synthesizer's own warnings are not seen", async () => {
  const script = `
    import { speech } from './demo/local-twilio/media/sources/speech.js';
    await speech('Quiet, please.');
    console.log('spoken');
  `;
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const { stdout, stderr } = await run;
  assert.deepEqual({ stdout, stderr }, { stdout: 'spoken\n', stderr: '' });
});

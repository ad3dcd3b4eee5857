import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { afterEach, describe, mock, test } from 'node:test';
import { promisify } from 'node:util';

import { createMediaPeer } from '../../../demo/local-twilio/media/media-peer.js';
import { pause } from '../../../demo/local-twilio/media/sources/silence.js';

const run = promisify(execFile);

/** What a browser would send; nobody is behind it. */
const offerOfNobody = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 0 126',
  'c=IN IP4 0.0.0.0',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:secretsecretsecretsecret',
  'a=ice-options:trickle',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sendrecv',
  'a=msid:stream track',
  'a=rtcp-mux',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:126 telephone-event/8000',
  'a=ssrc:1234 cname:someone',
  '',
].join('\r\n');

afterEach(() => mock.timers.reset());

describe('being connected', () => {
  test('is given up 15 s after the description, when no media comes', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const peer = createMediaPeer();
    await peer.answerOffer(offerOfNobody);
    let isGivenUp = false;
    const givenUp = peer.connected.catch(() => (isGivenUp = true));
    mock.timers.tick(14_999);
    await Promise.resolve();
    assert.equal(isGivenUp, false);
    mock.timers.tick(1);
    await givenUp;
    await assert.rejects(peer.connected, /No media came from the browser/);
    mock.timers.reset();
    await peer.close();
  });

  test('is not given up while a call that we offer still rings', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const peer = createMediaPeer();
    await peer.createOffer();
    let isGivenUp = false;
    peer.connected.catch(() => (isGivenUp = true));
    mock.timers.tick(60_000);
    await Promise.resolve();
    assert.equal(isGivenUp, false);
    mock.timers.reset();
    await peer.close();
  });

  test('will never be, once it is closed', async () => {
    const peer = createMediaPeer();
    await peer.createOffer();
    await peer.close();
    await assert.rejects(peer.connected, /closed/);
  });

  test('may go wrong without anybody asking', async () => {
    const peer = createMediaPeer();
    await peer.answerOffer(offerOfNobody);
    await peer.close();
    // An unhandled rejection would end this process.
    await new Promise((resolve) => setImmediate(resolve));
  });
});

test('a description that cannot be answered is refused by the name of what it lacks', async () => {
  const peer = createMediaPeer();
  await assert.rejects(peer.answerOffer(offerOfNobody.replaceAll('PCMU', 'OPUS')), /offers no PCMU/);
  await peer.close();
});

test('what is played goes on in real time before anybody is connected', async () => {
  const peer = createMediaPeer();
  const source = pause(200);
  const startedAt = performance.now();
  peer.play(source);
  await source.ended;
  const elapsed = performance.now() - startedAt;
  assert.ok(elapsed > 150, `${elapsed} ms`);
  await peer.close();
});

test('closed, nothing keeps the process alive', async () => {
  const script = `
    import { createMediaPeer } from './demo/local-twilio/media/media-peer.js';
    import { tone } from './demo/local-twilio/media/sources/tone.js';
    const offered = createMediaPeer();
    const answered = createMediaPeer();
    const untouched = createMediaPeer();
    offered.play(tone(440));
    await offered.createOffer();
    await answered.answerOffer(${JSON.stringify(offerOfNobody)});
    await Promise.all([offered, answered, untouched].map((peer) => peer.close()));
    console.log('closed');
  `;
  const settings = { timeout: 10_000, killSignal: 'SIGKILL' } as const;
  const { stdout, stderr } = await run(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    settings,
  );
  assert.deepEqual({ stdout, stderr }, { stdout: 'closed\n', stderr: '' });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebRtcMedia } from '../../demo/local-twilio/web-rtc-media.js';
import { FakePeer, fakeDescription, silentSource } from './support/fake-peer.js';

function createMedia() {
  const peers: FakePeer[] = [];
  const media = new WebRtcMedia(() => {
    const peer = new FakePeer();
    peers.push(peer);
    return peer;
  });
  return { media, peers };
}

test('one peer serves a call, its restarts, and the page that takes it over once it is open', async () => {
  const { media, peers } = createMedia();
  await media.createOffer();
  await media.acceptAnswer(fakeDescription('page'));
  await media.answerOffer(fakeDescription('restarted'));
  await media.answerOffer(fakeDescription('another page'));
  assert.equal(peers.length, 1);
});

test('restarts that come before the last one was answered are answered one after the other', async () => {
  const { media, peers } = createMedia();
  const [peer] = peers;
  const answered: string[] = [];
  let answerFirst = (): void => undefined;
  if (peer) {
    peer.answerOffer = async (sdp) => {
      if (answered.length === 0) await new Promise<void>((resolve) => (answerFirst = resolve));
      answered.push(sdp);
      return sdp;
    };
  }
  const first = media.answerOffer('first');
  const second = media.answerOffer('second');
  await new Promise(setImmediate);
  assert.deepEqual(answered, []);
  answerFirst();
  assert.deepEqual(await Promise.all([first, second]), ['first', 'second']);
  assert.deepEqual(answered, ['first', 'second']);
});

test('a restart that cannot be answered does not keep the next one from it', async () => {
  const { media } = createMedia();
  await assert.rejects(media.answerOffer('broken'));
  assert.match(await media.answerOffer(fakeDescription('restarted')), /answer-of/);
});

test('a page that takes a ringing call gets a peer of its own, and hears and is heard as before', async () => {
  const { media, peers } = createMedia();
  const source = silentSource();
  const pressed: string[] = [];
  media.play(source);
  media.onDigit((digit) => pressed.push(digit));
  const listening = media.listen();
  await media.createOffer();
  await media.answerOffer(fakeDescription('page'));
  const [former, current] = peers;
  assert.equal(former?.isClosed, true);
  assert.equal(current?.isClosed, false);
  assert.equal(current?.playing, source);
  current?.press('5');
  assert.deepEqual(pressed, ['5']);
  const frame = new Int16Array(160);
  if (current) current.said.read = () => frame;
  assert.equal(listening.read(), frame);
});

test('a description is known again by the name of its ICE session', async () => {
  const { media } = createMedia();
  assert.equal(media.isDescribedBy('v=0'), false);
  await media.createOffer();
  await media.acceptAnswer(fakeDescription('first'));
  assert.equal(media.isDescribedBy(fakeDescription('first')), true);
  assert.equal(media.isDescribedBy(fakeDescription('second')), false);
  await media.answerOffer(fakeDescription('second'));
  assert.equal(media.isDescribedBy(fakeDescription('second')), true);
});

test('who stops listening for keys hears none', () => {
  const { media, peers } = createMedia();
  const pressed: string[] = [];
  const stop = media.onDigit((digit) => pressed.push(digit));
  peers[0]?.press('1');
  stop();
  peers[0]?.press('2');
  assert.deepEqual(pressed, ['1']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MediaPath } from '../../../demo/local-twilio/media/media-path.js';
import type { PacketDirection } from '../../../demo/local-twilio/media/media-path.js';

const packets = {
  stun: Uint8Array.of(0x00, 0x01),
  dtls: Uint8Array.of(22, 254),
  rtp: Uint8Array.of(0x80, 0x00),
  rtcp: Uint8Array.of(0x81, 0xc8),
};

const directions: readonly PacketDirection[] = ['to-browser', 'from-browser'];

/** What arrives, as `rtp to-browser`. */
function passing(path: MediaPath): readonly string[] {
  return Object.entries(packets).flatMap(([name, packet]) =>
    directions
      .filter((direction) => path.passes(packet, direction))
      .map((direction) => `${name} ${direction}`),
  );
}

const everything = passing(new MediaPath());

test('a path loses nothing by itself', () => {
  assert.equal(everything.length, 8);
});

test('a black hole swallows every packet, ICE’s too, in both directions, until it is healed', () => {
  const path = new MediaPath();
  path.lose({ what: 'everything' });
  assert.deepEqual(passing(path), []);
  path.heal();
  assert.deepEqual(passing(path), everything);
});

test('sound alone is lost, while what keeps the connection arrives', () => {
  const path = new MediaPath();
  path.lose({ what: 'sound' });
  assert.deepEqual(passing(path), [
    'stun to-browser',
    'stun from-browser',
    'dtls to-browser',
    'dtls from-browser',
  ]);
});

test('one direction is lost, and the other is not', () => {
  const path = new MediaPath();
  path.lose({ what: 'everything', direction: 'to-browser' });
  assert.deepEqual(passing(path), [
    'stun from-browser',
    'dtls from-browser',
    'rtp from-browser',
    'rtcp from-browser',
  ]);
});

test('what the path around it loses does not arrive either, and each is healed by itself', () => {
  const outer = new MediaPath();
  const [path, neighbour] = [new MediaPath(outer), new MediaPath(outer)];
  outer.lose({ what: 'everything', direction: 'from-browser' });
  path.lose({ what: 'everything', direction: 'to-browser' });
  assert.deepEqual(passing(path), []);
  assert.equal(passing(neighbour).length, 4);
  outer.heal();
  assert.equal(passing(path).length, 4);
  assert.deepEqual(passing(neighbour), everything);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { narrowToTelephone, readFingerprint } from '../../../demo/local-twilio/media/session-description.js';

const offer = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126',
  'c=IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2113937151 6a1b.local 50000 typ host',
  'a=end-of-candidates',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:secretsecretsecretsecret',
  'a=fingerprint:sha-256 AA:BB:CC',
  'a=setup:actpass',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  'a=rtcp-fb:111 transport-cc',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  'a=rtpmap:63 red/48000/2',
  'a=fmtp:63 111/111',
  'a=rtpmap:9 G722/8000',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:13 CN/8000',
  'a=rtpmap:110 telephone-event/48000',
  'a=rtpmap:126 telephone-event/8000',
  'a=fmtp:126 0-16',
  'a=ssrc:1234 cname:someone',
  '',
].join('\r\n');

describe('narrowing a description', () => {
  const lines = narrowToTelephone(offer).split('\r\n');

  test('leaves PCMU and the telephone events of the same rate, and no other codec', () => {
    assert.deepEqual(
      lines.filter((line) => /^(m=|a=(rtpmap|fmtp|rtcp-fb):)/.test(line)),
      [
        'm=audio 9 UDP/TLS/RTP/SAVPF 0 126',
        'a=rtpmap:0 PCMU/8000',
        'a=rtpmap:126 telephone-event/8000',
        'a=fmtp:126 0-16',
      ],
    );
  });

  test('leaves no candidate, and does not say that there will be none', () => {
    assert.deepEqual(
      lines.filter((line) => line.includes('candidate')),
      [],
    );
  });

  test('leaves everything else as it was', () => {
    for (const line of ['a=ice-ufrag:abcd', 'a=setup:actpass', 'a=mid:0', 'a=ssrc:1234 cname:someone']) {
      assert.ok(lines.includes(line), line);
    }
  });

  test('puts PCMU first, even when the browser offers its keys first', () => {
    const keysFirst = offer.replace('111 63 9 0 8 13 110 126', '126 8 0');
    assert.match(narrowToTelephone(keysFirst), /^m=audio 9 UDP\/TLS\/RTP\/SAVPF 0 126\r$/m);
  });

  test('knows PCMU by its number when no line names it', () => {
    const unnamed = offer.replace('a=rtpmap:0 PCMU/8000\r\n', '');
    assert.match(narrowToTelephone(unnamed), /^m=audio 9 UDP\/TLS\/RTP\/SAVPF 0 126\r$/m);
  });

  test('reads codec names in any case, and line ends of any kind', () => {
    const other = offer.replace('PCMU/8000', 'pcmu/8000/1').replaceAll('\r\n', '\n');
    const narrowed = narrowToTelephone(other);
    assert.match(narrowed, /^m=audio 9 UDP\/TLS\/RTP\/SAVPF 0 126\r$/m);
    assert.ok(narrowed.endsWith('a=ssrc:1234 cname:someone\r\n'));
  });

  for (const [what, description] of [
    ['without PCMU', offer.replace('111 63 9 0 8 13 110 126', '111 126')],
    ['without sound', 'v=0\r\ns=-\r\nt=0 0\r\n'],
    ['that is empty', ''],
  ] as const) {
    test(`a description ${what} is refused by the name of what it lacks`, () => {
      assert.throws(() => narrowToTelephone(description), /offers no PCMU/);
    });
  }
});

describe('the fingerprint', () => {
  test('is the certificate as the description names it', () => {
    assert.equal(readFingerprint(offer), 'sha-256 AA:BB:CC');
    assert.equal(readFingerprint(offer.replaceAll('\r\n', '\n')), 'sha-256 AA:BB:CC');
  });

  test('is null when there is none', () => {
    assert.equal(readFingerprint('v=0\r\n'), null);
  });
});

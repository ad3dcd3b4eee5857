import { expect } from '@open-wc/testing';
import { describeWarnings, isSoundMendable } from '../../../src/elements/quality/describe-warnings.js';

/** Every name that can stand in a call: the SDK's own of version 2.18.5, and ours. The worst first. */
const sentences: readonly (readonly [name: string, text: string, bestLevel: string | null])[] = [
  ['no-sound-received', 'Nothing arrives from them', 'poor'],
  ['low-bytes-received', 'Nothing arrives from them', 'poor'],
  ['microphone-lost', 'They cannot hear you: the microphone is gone', 'poor'],
  ['no-sound-sent', 'They may not hear you', 'poor'],
  ['low-bytes-sent', 'They may not hear you', 'poor'],
  ['ice-connectivity-lost', 'The connection of this call is interrupted', 'poor'],
  ['high-packet-loss', 'You may hear them badly: the connection loses sound', 'poor'],
  ['high-packets-lost-fraction', 'You may hear them badly: the connection loses sound', 'poor'],
  ['low-mos', 'You may hear them badly: the connection is weak', 'poor'],
  ['high-jitter', 'You may hear them badly: their sound arrives unevenly', 'fair'],
  ['high-rtt', 'You may hear each other late: the connection is slow', 'fair'],
  ['constant-audio-input-level', 'Your microphone has been silent for a while', null],
  ['long-silence', 'They have been silent for a while', null],
];
const texts = (names: readonly string[]) => describeWarnings(names).map(({ text }) => text);

describe('a warning in words', () => {
  for (const [name, text, bestLevel] of sentences) {
    it(`${name} says what it means for the person`, () => {
      expect(describeWarnings([name])).to.deep.equal([{ text, bestLevel }]);
    });
  }

  it('never calls silence broken', () => {
    expect(texts(['long-silence', 'constant-audio-input-level']).join(' ')).not.to.match(
      /bad|broken|lost|not hear/,
    );
  });

  it('that nobody knows yet is said in general, before what is only silence', () => {
    const names = ['long-silence', 'high-humidity', 'high-rtt'];
    expect(texts(names)).to.deep.equal([
      'You may hear each other late: the connection is slow',
      'The sound of this call may be bad',
      'They have been silent for a while',
    ]);
    expect(texts(['toString'])).to.deep.equal(['The sound of this call may be bad']);
  });

  it('comes in its rank, however they came, and each sentence once', () => {
    const names = sentences.map(([name]) => name);
    const once = [...new Set(sentences.map(([, text]) => text))];
    expect(texts(names)).to.deep.equal(once);
    expect(texts([...names].reverse())).to.deep.equal(once);
  });

  it('offers to reconnect where no sound comes or goes, and only there', () => {
    const mendable = sentences.map(([name]) => name).filter((name) => isSoundMendable([name]));
    expect(mendable).to.deep.equal([
      'no-sound-received',
      'low-bytes-received',
      'no-sound-sent',
      'low-bytes-sent',
    ]);
    expect(isSoundMendable([])).to.equal(false);
  });
});

import { expect, waitUntil } from '@open-wc/testing';
import { createClock } from '../../src/browser/clock.js';
import { perceivedLevel, watchLevel } from '../../src/media/level-meter.js';

describe('the perceived level', () => {
  const table: readonly [number, number][] = [
    [0, 0],
    [NaN, 0],
    [0.0001, 0],
    [0.001, 0],
    [0.01, 1 / 3],
    [0.1, 2 / 3],
    [1, 1],
    [2, 1],
  ];
  for (const [rootMeanSquare, level] of table) {
    it(`of ${rootMeanSquare} is ${level.toFixed(2)}`, () => {
      expect(perceivedLevel(rootMeanSquare)).to.be.closeTo(level, 1e-9);
    });
  }
});

/** A stream that hums, as loud as it is told. */
function hum() {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  const gain = new GainNode(context, { gain: 0 });
  const out = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(gain).connect(out);
  oscillator.start();
  return { stream: out.stream, gain: gain.gain, close: () => context.close() };
}

describe('the level meter', () => {
  it('follows what is heard', async () => {
    const { stream, gain, close } = hum();
    let level = -1;
    const stop = watchLevel(stream, createClock(), (heard) => (level = heard));
    await waitUntil(() => level === 0, 'silence is nothing', { timeout: 5000 });
    gain.value = 0.1;
    // A sine of 0.1 has a root mean square of 0.0707: -23 dB.
    await waitUntil(() => Math.abs(level - 0.616) < 0.02, 'the hum is heard', { timeout: 5000 });
    gain.value = 1;
    await waitUntil(() => Math.abs(level - 0.95) < 0.02, 'the loud hum is heard', { timeout: 5000 });
    stop();
    await close();
  });

  it('is told some twenty times a second, and not once more when nobody looks', async () => {
    const { stream, close } = hum();
    let count = 0;
    const stop = watchLevel(stream, createClock(), () => (count += 1));
    const beganAt = performance.now();
    await waitUntil(() => count > 20, 'twenty levels', { timeout: 5000 });
    expect(performance.now() - beganAt).to.be.greaterThan(900);
    stop();
    const countAtStop = count;
    let countOfAnother = 0;
    const stopAnother = watchLevel(stream, createClock(), () => (countOfAnother += 1));
    await waitUntil(() => countOfAnother > 3, 'somebody else is told', { timeout: 5000 });
    stopAnother();
    expect(count).to.equal(countAtStop);
    await close();
  });

  it('gives its AudioContext back', async () => {
    const { stream, close } = hum();
    const contexts: AudioContext[] = [];
    const original = window.AudioContext;
    window.AudioContext = class extends original {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    try {
      watchLevel(stream, createClock(), () => undefined)();
    } finally {
      window.AudioContext = original;
    }
    await waitUntil(() => contexts[0]?.state === 'closed', 'it is closed');
    await close();
  });
});

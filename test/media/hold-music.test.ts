import { expect } from '@open-wc/testing';
import { composeHoldMusic } from '../../src/media/compose-hold-music.js';
import { createHoldMusicLoader } from '../../src/media/hold-music.js';
import { dominantFrequency, levelAt, rms } from '../support/measure-sound.js';

/** C, D-flat, E-flat, F, G-flat, A-flat and B-flat, as semitones above C. */
const dFlatMajor = [0, 1, 3, 5, 6, 8, 10];

describe('our hold music', () => {
  let music: AudioBuffer;
  let samples: Float32Array;

  before(async () => {
    music = await composeHoldMusic();
    samples = music.getChannelData(0);
  });

  const secondsOf = (size: number) =>
    Array.from({ length: Math.floor(music.duration / size) }, (_, index) =>
      samples.slice(index * size * music.sampleRate, (index + 1) * size * music.sampleRate),
    );

  it('lasts sixteen bars of four beats at 84 a minute', () => {
    expect(music.duration).to.be.closeTo((16 * 4 * 60) / 84, 0.001);
  });

  it('is as loud as a person who talks, and never louder than a line carries', () => {
    expect(rms(samples)).to.be.closeTo(0.1, 0.001);
    expect(loudest(samples)).to.be.below(0.7);
  });

  it('has no pause in which a caller would think that the line is dead', () => {
    for (const second of secondsOf(1)) expect(rms(second)).to.be.above(0.03);
  });

  it('is in D-flat major in each of its bars, and within what a telephone carries', () => {
    for (const bar of secondsOf(music.duration / 16)) {
      const frequency = dominantFrequency(bar, music.sampleRate);
      const semitones = 69 + 12 * Math.log2(frequency / 440);
      expect(Math.abs(semitones - Math.round(semitones)), `${frequency} Hz`).to.be.below(0.3);
      expect(dFlatMajor, `${frequency} Hz`).to.include(Math.round(semitones) % 12);
      expect(frequency).to.be.within(180, 1_250);
    }
  });

  it('has nothing at 600 Hz, so that a test tone is told from it', () => {
    for (const second of secondsOf(1)) expect(levelAt(second, 600, music.sampleRate)).to.be.below(0.005);
  });

  it('has no seam: where it begins again, it steps no further than anywhere else', () => {
    const steps = samples.slice(1).map((sample, index) => Math.abs(sample - (samples[index] ?? 0)));
    const seam = Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0));
    expect(seam).to.be.below(loudest(steps) / 2);
    expect(rms(samples.slice(0, 2_400)), 'the echo of the last bar under the first').to.be.above(0.005);
  });
});

describe('the music that is loaded', () => {
  const realFetch = globalThis.fetch;
  const reports: string[] = [];
  const requests: string[] = [];
  let context: OfflineAudioContext;

  beforeEach(() => {
    context = new OfflineAudioContext(1, 1, 48_000);
    reports.splice(0);
    requests.splice(0);
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  function serve(answer: () => Response | Promise<Response>): void {
    globalThis.fetch = (input) => {
      requests.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(answer());
    };
  }

  const loader = (url: string | null, isSilent = false) =>
    createHoldMusicLoader({
      choose: () => ({ url, isSilent }),
      report: (sentence) => reports.push(sentence),
    });

  const ours = (16 * 4 * 60) / 84;

  it('is ours unless something else is wished, made once', async () => {
    const load = createHoldMusicLoader();
    const first = await load(context);
    expect(first?.duration).to.be.closeTo(ours, 0.001);
    expect(await load(context)).to.equal(first);
  });

  it('is nothing without hold music, even with an address', async () => {
    serve(() => new Response());
    expect(await loader('/music.wav', true)(context)).to.equal(null);
    expect(requests).to.deep.equal([]);
  });

  it("is the page's own, fetched once, from an address relative to the page", async () => {
    serve(() => new Response(waveFile(0.25)));
    const load = loader('/music.wav');
    expect((await load(context))?.duration).to.be.closeTo(0.25, 0.001);
    await load(context);
    expect(requests).to.deep.equal([`${location.origin}/music.wav`]);
    expect(reports).to.deep.equal([]);
  });

  const failures: readonly (readonly [string, string, () => Response | Promise<Response>, RegExp])[] = [
    ['is not found', '/gone.mp3', () => new Response('', { status: 404 }), /answers 404/],
    ['is no sound', '/page.html', () => new Response('<html>'), /EncodingError/],
    ['is huge', '/long.wav', () => new Response(new Uint8Array(10_000_001)), /10 MB/],
    ['cannot be fetched', '/away.mp3', () => Promise.reject(new TypeError('Failed to fetch')), /Failed/],
    ['is a script', 'javascript:alert(1)', () => new Response(waveFile(1)), /not an http/],
    ['is a data address', 'data:audio/wav;base64,AA', () => new Response(waveFile(1)), /not an http/],
    ['is no address', 'http://[', () => new Response(waveFile(1)), /valid URL/i],
  ];
  for (const [trouble, url, answer, reason] of failures) {
    it(`is ours when what the page wishes ${trouble}, and the page is told`, async () => {
      serve(answer);
      expect((await loader(url)(context))?.duration).to.be.closeTo(ours, 0.001);
      expect(reports).to.have.length(1);
      expect(reports[0]).to.include(url).and.to.match(reason);
    });
  }

  it('is tried again the next time when it failed', async () => {
    let isAway = true;
    serve(() => new Response(isAway ? '' : waveFile(0.25), { status: isAway ? 503 : 200 }));
    const load = loader('/music.wav');
    await load(context);
    isAway = false;
    expect((await load(context))?.duration).to.be.closeTo(0.25, 0.001);
  });
});

/** The largest value; there are too many to be handed to `Math.max` at once. */
function loudest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** A WAVE file of silence: 16 bits, one channel, 8 kHz. */
function waveFile(seconds: number): Uint8Array<ArrayBuffer> {
  const size = seconds * 8_000 * 2;
  const view = new DataView(new ArrayBuffer(44 + size));
  const writeText = (at: number, text: string) =>
    [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  writeText(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  writeText(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8_000, true);
  view.setUint32(28, 16_000, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  writeText(36, 'data');
  view.setUint32(40, size, true);
  return new Uint8Array(view.buffer);
}

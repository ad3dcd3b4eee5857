/** What a test's WAVE file is made of. */
export interface WaveSettings {
  readonly sampleRateInHertz?: number;
  readonly channelCount?: number;
  readonly bitsPerSample?: number;
  /** 1 integers, 3 floats, 7 mu-law, 0xfffe "see further down". */
  readonly encoding?: number;
  /** Further chunks before the sound. */
  readonly extraChunks?: readonly Uint8Array[];
}

/** A chunk of a RIFF file; one of odd length is filled up by a byte. */
export function chunk(name: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 0, 'latin1');
  header.writeUInt32LE(content.length, 4);
  return Buffer.concat([header, content, Buffer.alloc(content.length % 2)]);
}

/** A WAVE file around sound that is already in bytes. */
export function writeWaveFile(sound: Uint8Array, settings: WaveSettings = {}): Buffer {
  const { sampleRateInHertz = 8000, channelCount = 1, bitsPerSample = 16, encoding = 1 } = settings;
  const format = Buffer.alloc(encoding === 0xfffe ? 40 : 16);
  format.writeUInt16LE(encoding, 0);
  format.writeUInt16LE(channelCount, 2);
  format.writeUInt32LE(sampleRateInHertz, 4);
  format.writeUInt32LE((sampleRateInHertz * channelCount * bitsPerSample) / 8, 8);
  format.writeUInt16LE((channelCount * bitsPerSample) / 8, 12);
  format.writeUInt16LE(bitsPerSample, 14);
  if (encoding === 0xfffe) format.writeUInt16LE(1, 24);
  const chunks = [chunk('fmt ', format), ...(settings.extraChunks ?? []), chunk('data', sound)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}

/** 16-bit samples as the bytes of a WAVE file. */
export function integers16(samples: readonly number[]): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => bytes.writeInt16LE(sample, index * 2));
  return bytes;
}

/** One second of a sine, 16 bits, the same in each channel. */
export function sineSecond(frequencyInHertz: number, sampleRateInHertz: number, channelCount = 1): Buffer {
  const length = sampleRateInHertz * channelCount;
  return integers16(
    Array.from({ length }, (_, index) => {
      const time = Math.floor(index / channelCount) / sampleRateInHertz;
      return Math.round(10_000 * Math.sin(2 * Math.PI * frequencyInHertz * time));
    }),
  );
}

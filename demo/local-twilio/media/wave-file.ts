import { SAMPLE_RATE_IN_HERTZ } from './audio.js';
import { decodeMuLaw } from './mu-law.js';
import { resample } from './resample.js';

/** How the samples of a WAVE file are written: the `fmt ` chunk. */
interface WaveFormat {
  readonly encoding: number;
  readonly channelCount: number;
  readonly sampleRateInHertz: number;
  readonly bitsPerSample: number;
}

const INTEGER = 1;
const FLOAT = 3;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;
const FULL_SCALE = 32_767;

/**
 * The sound of a WAVE file as 8 kHz samples, its channels mixed to one. Any rate, any number of channels;
 * integers of 8 to 32 bits, 32-bit floats and mu-law. Throws an error that names what it cannot read.
 */
export function readWaveFile(bytes: Uint8Array): Int16Array {
  refuseOtherFiles(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = readFormat(findChunk(view, 'fmt '));
  const samples = readSamples(findChunk(view, 'data'), format);
  return toIntegers(resample(samples, format.sampleRateInHertz, SAMPLE_RATE_IN_HERTZ));
}

function refuseOtherFiles(bytes: Uint8Array): void {
  if (asText(bytes, 0, 4) === 'RIFF' && asText(bytes, 8, 12) === 'WAVE') return;
  throw new Error(`Local Twilio plays WAVE files only, and this is ${nameOfFile(bytes)}.`);
}

function nameOfFile(bytes: Uint8Array): string {
  const beginsWithMpegFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2;
  if (asText(bytes, 0, 3) === 'ID3' || beginsWithMpegFrame) return 'an mp3 file';
  if (asText(bytes, 0, 4) === 'OggS') return 'an Ogg file';
  if (asText(bytes, 0, 4) === 'fLaC') return 'a FLAC file';
  return 'none';
}

function findChunk(view: DataView, name: string): DataView {
  let offset = 12;
  while (offset + 8 <= view.byteLength) {
    const start = offset + 8;
    const size = view.getUint32(offset + 4, true);
    // A file that was cut off, or written as a stream, promises more than there is.
    const length = Math.min(size, view.byteLength - start);
    if (textAt(view, offset) === name) return new DataView(view.buffer, view.byteOffset + start, length);
    offset = start + size + (size % 2);
  }
  throw new Error(`The WAVE file has no "${name.trim()}" chunk.`);
}

function readFormat(chunk: DataView): WaveFormat {
  if (chunk.byteLength < 16) throw new Error('The WAVE file is damaged: its "fmt" chunk is too short.');
  const encoding = chunk.getUint16(0, true);
  const format = {
    // "Extensible" only says that the encoding stands further down.
    encoding: encoding === EXTENSIBLE && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : encoding,
    channelCount: chunk.getUint16(2, true),
    sampleRateInHertz: chunk.getUint32(4, true),
    bitsPerSample: chunk.getUint16(14, true),
  };
  if (format.channelCount > 0 && format.sampleRateInHertz > 0) return format;
  throw new Error('The WAVE file is damaged: it has no channels or no sample rate.');
}

/** From -1 to 1, the channels mixed to one. */
function readSamples(chunk: DataView, format: WaveFormat): Float32Array {
  const { bitsPerSample, channelCount } = format;
  const bytesPerSample = bitsPerSample / 8;
  const readSample = sampleReader(format);
  const samples = new Float32Array(Math.floor(chunk.byteLength / bytesPerSample / channelCount));
  for (let index = 0; index < samples.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channelCount; channel += 1) {
      sum += readSample(chunk, (index * channelCount + channel) * bytesPerSample);
    }
    samples[index] = sum / channelCount;
  }
  return samples;
}

function sampleReader({ encoding, bitsPerSample }: WaveFormat): (chunk: DataView, offset: number) => number {
  switch (`${encoding}/${bitsPerSample}`) {
    case `${INTEGER}/8`:
      return (chunk, offset) => (chunk.getUint8(offset) - 128) / 2 ** 7;
    case `${INTEGER}/16`:
      return (chunk, offset) => chunk.getInt16(offset, true) / 2 ** 15;
    case `${INTEGER}/24`:
      return (chunk, offset) =>
        (chunk.getUint16(offset, true) + chunk.getInt8(offset + 2) * 2 ** 16) / 2 ** 23;
    case `${INTEGER}/32`:
      return (chunk, offset) => chunk.getInt32(offset, true) / 2 ** 31;
    case `${FLOAT}/32`:
      return (chunk, offset) => chunk.getFloat32(offset, true);
    case `${MU_LAW}/8`:
      return (chunk, offset) => (decodeMuLaw(Uint8Array.of(chunk.getUint8(offset)))[0] ?? 0) / 2 ** 15;
    default:
      throw new Error(
        `Local Twilio cannot read WAVE files of encoding ${encoding} with ${bitsPerSample} bits.`,
      );
  }
}

function toIntegers(samples: Float32Array): Int16Array {
  const integers = new Int16Array(samples.length);
  for (let index = 0; index < samples.length; index += 1) {
    integers[index] = Math.round(Math.max(-1, Math.min(1, samples[index] ?? 0)) * FULL_SCALE);
  }
  return integers;
}

function textAt(view: DataView, offset: number): string {
  return asText(new Uint8Array(view.buffer, view.byteOffset + offset, 4), 0, 4);
}

function asText(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

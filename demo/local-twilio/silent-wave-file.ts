const SAMPLE_COUNT = 800;

/**
 * A tenth of a second of nothing, for whoever asks for the SDK's own sounds: a sound that cannot be fetched
 * holds the SDK's `incoming` event back for two seconds (device.js:23, 1255).
 */
export const silentWaveFile: Buffer = createSilentWaveFile();

function createSilentWaveFile(): Buffer {
  const file = Buffer.alloc(44 + SAMPLE_COUNT * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8000, 24);
  file.writeUInt32LE(16_000, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(SAMPLE_COUNT * 2, 40);
  return file;
}

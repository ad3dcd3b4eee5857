import { createRequire } from 'node:module';

// Node cannot see the named exports of this package's CommonJS file, and its types know no default export.
const { mulaw } = createRequire(import.meta.url)('alawmulaw') as typeof import('alawmulaw');

/** Linear 16-bit samples as PCMU bytes (ITU-T G.711), one byte a sample. */
export function encodeMuLaw(samples: Int16Array): Uint8Array {
  return mulaw.encode(samples);
}

/** PCMU bytes (ITU-T G.711) as linear 16-bit samples. */
export function decodeMuLaw(bytes: Uint8Array): Int16Array {
  return mulaw.decode(bytes);
}

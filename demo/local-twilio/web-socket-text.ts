import type { RawData } from 'ws';

/** What a frame says; `ws` hands text over as bytes, in one of three shapes. */
export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}

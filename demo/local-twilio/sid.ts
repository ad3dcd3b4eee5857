import { randomBytes } from 'node:crypto';

/** A fresh Twilio SID: two letters for its kind and 32 hexadecimal digits. */
export function createSid(kind: 'CA' | 'KX'): string {
  return kind + randomBytes(16).toString('hex');
}

/** A name that nothing had before: 32 hexadecimal digits. Unlike `crypto.randomUUID` it works on plain http. */
export function createRandomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

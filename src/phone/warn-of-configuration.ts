import type { CallController } from '../core/call-controller.js';

/**
 * Tells the developer on the console what is not set up right: in full, and each thing once, however often the
 * phone meets it while it tries again.
 */
export function warnOfConfiguration(
  phone: Pick<CallController, 'subscribe'>,
  warn = (message: string): void => console.warn(message),
): void {
  const told = new Set<string>();
  phone.subscribe(({ device: { error, isConfigured } }) => {
    if (!error || isConfigured) return;
    const message = `twilio-phone: ${error.message} (${error.code}, see docs/errors.md)`;
    if (told.has(message)) return;
    told.add(message);
    warn(message);
  });
}

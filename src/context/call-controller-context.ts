import { createContext } from '@lit/context';
import type { CallController } from '../core/call-controller.js';

/**
 * The context in which elements look for the nearest phone above them. Its value is the controller itself,
 * which stays the same while the phone's state changes; null while a phone has none yet. The key is a
 * registered symbol, so that two copies of this library on one page still meet.
 */
export const callControllerContext = createContext<CallController | null>(
  Symbol.for('twilio-phone/call-controller'),
);

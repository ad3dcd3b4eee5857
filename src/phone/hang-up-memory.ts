import { createSettingsStorage } from '../browser/settings-storage.js';
import type { RememberedHangUp } from '../core/hang-ups.js';

/** The hang-ups that outlive the page, until they are said or the person signs out. */
export const hangUpMemory = createSettingsStorage<readonly RememberedHangUp[]>('hang-ups');

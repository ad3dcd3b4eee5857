/** What a person made of the phone's docks, apart from all that makes phones: it is needed for the first paint. */
import { createSettingsStorage } from '../browser/settings-storage.js';

export const dockMemory = createSettingsStorage<unknown>('dock');

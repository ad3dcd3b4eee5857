/** What a page says about calls by attributes of its phone. Nothing of it is painted first. */
import type { CallController } from '../../core/call-controller.js';
import type { LinkedDialer } from './call-links.js';
import { applyCallSettings } from './call-settings.js';
import type { CallAttributes } from './call-settings.js';

export interface CallAttributesOfPhone extends CallAttributes {
  readonly defaultCountry: string | null;
  /** Whether the page's `tel:` links dial here. */
  readonly callLinks: boolean;
}

interface PhoneParts {
  readonly controller: CallController;
  /** Where the phone shows what it dials, if it does. */
  readonly findDialer: () => LinkedDialer | null;
}

const linked = new WeakSet<CallAttributesOfPhone>();

/** Does as the attributes say from now on. Called at each change of them, and when the phone comes or goes. */
export async function obeyCallAttributes(phone: CallAttributesOfPhone, parts: PhoneParts): Promise<void> {
  applyCallSettings(phone, parts.controller);
  if (!phone.callLinks && !linked.has(phone)) return;
  linked.add(phone);
  const { followCallLinks } = await import('./call-links.js');
  followCallLinks(phone, phone.callLinks && phone.isConnected ? parts : null);
}

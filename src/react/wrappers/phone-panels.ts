'use client';
// Written by `npm run manifest`.
import type { PhonePanels as Wrapped } from '../../elements/phone-panels.js';

import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<PhonePanels>`. */
export interface PhonePanelsProps extends WrapperProps<Wrapped> {
  /** Which panel is shown: `history` or `settings`; null for none. */
  readonly open?: Wrapped['open'];
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** Handed on to `<phone-settings>`. */
  readonly notificationPermission?: Wrapped['notificationPermission'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
}

export const phonePanelsNames = {
  attributes: { open: 'open', phone: 'phone' },
  properties: ['notificationPermission', 'controller'],
  events: {},
} as const;

/** The buttons "History" and "Settings" of the phone's dock. */
export const PhonePanels = createWrapper<Wrapped, PhonePanelsProps>(
  'phone-panels',
  phonePanelsNames,
  () => import('../../define/phone-panels.js'),
);

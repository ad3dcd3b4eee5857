'use client';
// Written by `npm run manifest`.
import type { PhoneSettingsPanel as Wrapped } from '../../elements/phone-settings.js';

import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<PhoneSettings>`. */
export interface PhoneSettingsProps extends WrapperProps<Wrapped> {
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** Whether the system may show calls, and how to ask for it. Without it nothing is said of that. */
  readonly notificationPermission?: Wrapped['notificationPermission'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
}

export const phoneSettingsNames = {
  attributes: { phone: 'phone' },
  properties: ['notificationPermission', 'controller'],
  events: {},
} as const;

/** Sound settings: devices, ring volume, tests and a level meter. */
export const PhoneSettings = createWrapper<Wrapped, PhoneSettingsProps>(
  'phone-settings',
  phoneSettingsNames,
  () => import('../../define/phone-settings.js'),
);

'use client';
// Written by `npm run manifest`.
import type { SettingsDisclosure as Wrapped } from '../../elements/settings-disclosure.js';

import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<SettingsDisclosure>`. */
export interface SettingsDisclosureProps extends WrapperProps<Wrapped> {
  /** Whether the settings are shown. */
  readonly open?: Wrapped['open'];
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** Handed on to `<phone-settings>`. */
  readonly notificationPermission?: Wrapped['notificationPermission'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
}

export const settingsDisclosureNames = {
  attributes: { open: 'open', phone: 'phone' },
  properties: ['notificationPermission', 'controller'],
  events: {},
} as const;

/** The gear of the phone's dock: opens and closes `<phone-settings>`. */
export const SettingsDisclosure = createWrapper<Wrapped, SettingsDisclosureProps>(
  'settings-disclosure',
  settingsDisclosureNames,
  () => import('../../define/settings-disclosure.js'),
);

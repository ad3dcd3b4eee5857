'use client';
// Written by `npm run manifest`.
import type { PhoneStatus as Wrapped } from '../../elements/phone-status.js';

import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<PhoneStatus>`. */
export interface PhoneStatusProps extends WrapperProps<Wrapped> {
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
}

export const phoneStatusNames = {
  attributes: { phone: 'phone' },
  properties: ['controller'],
  events: {},
} as const;

/** The phone's status in words, e.g. "Ready for calls"; pressed, how long ago Twilio was heard. */
export const PhoneStatus = createWrapper<Wrapped, PhoneStatusProps>(
  'phone-status',
  phoneStatusNames,
  () => import('../../define/phone-status.js'),
);

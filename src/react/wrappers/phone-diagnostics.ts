'use client';
// Written by `npm run manifest`.
import type { PhoneDiagnostics as Wrapped } from '../../elements/phone-diagnostics.js';

import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<PhoneDiagnostics>`. */
export interface PhoneDiagnosticsProps extends WrapperProps<Wrapped> {
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
}

export const phoneDiagnosticsNames = {
  attributes: { phone: 'phone' },
  properties: ['controller'],
  events: {},
} as const;

/** The check of the phone, and a report for whoever helps. */
export const PhoneDiagnostics = createWrapper<Wrapped, PhoneDiagnosticsProps>(
  'phone-diagnostics',
  phoneDiagnosticsNames,
  () => import('../../define/phone-diagnostics.js'),
);

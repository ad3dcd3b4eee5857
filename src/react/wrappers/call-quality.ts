'use client';
// Written by `npm run manifest`.
import type { CallQualityChip as Wrapped } from '../../elements/call-quality.js';

import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<CallQuality>`. */
export interface CallQualityProps extends WrapperProps<Wrapped> {
  /** The figures are shown. */
  readonly open?: Wrapped['open'];
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
}

export const callQualityNames = {
  attributes: { open: 'open', phone: 'phone' },
  properties: ['controller'],
  events: {},
} as const;

/** How the call sounds, in words; the figures for who wants to look. */
export const CallQuality = createWrapper<Wrapped, CallQualityProps>(
  'call-quality',
  callQualityNames,
  () => import('../../define/call-quality.js'),
);

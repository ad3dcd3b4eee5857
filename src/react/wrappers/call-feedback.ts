'use client';
// Written by `npm run manifest`.
import type { CallFeedbackCard as Wrapped } from '../../elements/call-feedback.js';

import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<CallFeedback>`. */
export interface CallFeedbackProps extends WrapperProps<Wrapped> {
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
}

export const callFeedbackNames = {
  attributes: { phone: 'phone' },
  properties: ['controller'],
  events: {},
} as const;

/** "How was the call?", answered by one tap. */
export const CallFeedback = createWrapper<Wrapped, CallFeedbackProps>(
  'call-feedback',
  callFeedbackNames,
  () => import('../../define/call-feedback.js'),
);

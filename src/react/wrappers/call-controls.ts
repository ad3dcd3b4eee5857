'use client';
// Written by `npm run manifest`.
import type { CallControls as Wrapped } from '../../elements/call-controls.js';
import type {
  CallEndRequestEvent,
  CallHoldRequestEvent,
  CallMuteRequestEvent,
} from '../../events/request-events.js';
import { createWrapper } from '../create-wrapper.js';
import type { WrapperProps } from '../create-wrapper.js';

/** The props of `<CallControls>`. */
export interface CallControlsProps extends WrapperProps<Wrapped> {
  /** All in one line, for where there is little room: the buttons show no words, and have them all the same. */
  readonly slim?: Wrapped['slim'];
  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  readonly phone?: Wrapped['phone'];
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  readonly controller?: Wrapped['controller'];
  /** Mute or Unmute was pressed. Can be prevented. */
  readonly onCallMuteRequest?: (event: CallMuteRequestEvent) => void;
  /** Hold or Resume was pressed. Can be prevented. */
  readonly onCallHoldRequest?: (event: CallHoldRequestEvent) => void;
  /** End call was pressed. Can be prevented. */
  readonly onCallEndRequest?: (event: CallEndRequestEvent) => void;
}

export const callControlsNames = {
  attributes: { slim: 'slim', phone: 'phone' },
  properties: ['controller'],
  events: {
    onCallMuteRequest: 'call-mute-request',
    onCallHoldRequest: 'call-hold-request',
    onCallEndRequest: 'call-end-request',
  },
} as const;

/** Mute, hold, keypad, hang up, and the call's time. A toolbar: arrow keys move among the buttons. */
export const CallControls = createWrapper<Wrapped, CallControlsProps>(
  'call-controls',
  callControlsNames,
  () => import('../../define/call-controls.js'),
);

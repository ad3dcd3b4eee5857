import { TwilioPhone } from '../elements/twilio-phone.js';
import { createClock } from '../phone/phone-clock.js';
import { defineElement } from './define-element.js';
import './phone-status.js';

// What paints first comes with this module; what rings follows at once, and the rest when it is needed.
TwilioPhone.composer ??= {
  clock: createClock(),
  loadMaker: () => import('../phone/create-phone.js'),
  loadToast: () => import('./incoming-call-toast.js'),
  loadCallControls: () => import('./call-controls.js'),
  loadDialer: () => import('./phone-dialer.js'),
  loadAttention: () => import('../phone/call-attention.js'),
  loadSettingsDisclosure: () => import('./settings-disclosure.js'),
};

defineElement('twilio-phone', TwilioPhone);

declare global {
  interface HTMLElementTagNameMap {
    'twilio-phone': TwilioPhone;
  }
}

import { TwilioPhone } from '../elements/twilio-phone.js';
import { dockMemory } from '../phone/dock-memory.js';
import { createClock } from '../phone/phone-clock.js';
import { defineElement } from './define-element.js';
import './phone-status.js';

// What paints first comes with this module; what rings follows at once, and the rest when it is needed.
TwilioPhone.composer ??= {
  clock: createClock(),
  dockMemory,
  loadMaker: () => import('../phone/create-phone.js'),
  loadAttention: () => import('../phone/call-attention.js'),
  parts: {
    'incoming-call-toast': () => import('./incoming-call-toast.js'),
    'call-controls': () => import('./call-controls.js'),
    'call-quality': () => import('./call-quality.js'),
    'call-feedback': () => import('./call-feedback.js'),
    'phone-dialer': () => import('./phone-dialer.js'),
    'phone-panels': () => import('./phone-panels.js'),
    'phone-trouble': () => import('./phone-trouble.js'),
  },
};

defineElement('twilio-phone', TwilioPhone);

declare global {
  interface HTMLElementTagNameMap {
    'twilio-phone': TwilioPhone;
  }
}

import { TwilioPhone } from '../elements/twilio-phone.js';
import { createClock, createPhone, createTokens } from '../phone/create-phone.js';
import './call-controls.js';
import { defineElement } from './define-element.js';
import './incoming-call-toast.js';
import './phone-status.js';

TwilioPhone.composer ??= {
  clock: createClock(),
  createController: createPhone,
  createTokenSource: createTokens,
};

defineElement('twilio-phone', TwilioPhone);

declare global {
  interface HTMLElementTagNameMap {
    'twilio-phone': TwilioPhone;
  }
}

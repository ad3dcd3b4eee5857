import { PhoneDialer } from '../elements/phone-dialer.js';
import { defineElement } from './define-element.js';

defineElement('phone-dialer', PhoneDialer);

declare global {
  interface HTMLElementTagNameMap {
    'phone-dialer': PhoneDialer;
  }
}

import { PhoneStatus } from '../elements/phone-status.js';
import { defineElement } from './define-element.js';

defineElement('phone-status', PhoneStatus);

declare global {
  interface HTMLElementTagNameMap {
    'phone-status': PhoneStatus;
  }
}

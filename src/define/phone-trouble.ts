import { PhoneTrouble } from '../elements/phone-trouble.js';
import { defineElement } from './define-element.js';

defineElement('phone-trouble', PhoneTrouble);

declare global {
  interface HTMLElementTagNameMap {
    'phone-trouble': PhoneTrouble;
  }
}

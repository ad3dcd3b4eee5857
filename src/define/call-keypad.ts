import { CallKeypad } from '../elements/call-keypad.js';
import { defineElement } from './define-element.js';

defineElement('call-keypad', CallKeypad);

declare global {
  interface HTMLElementTagNameMap {
    'call-keypad': CallKeypad;
  }
}

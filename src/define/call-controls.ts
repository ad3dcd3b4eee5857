import { CallControls } from '../elements/call-controls.js';
import { defineElement } from './define-element.js';

CallControls.loadKeypad ??= () => import('./call-keypad.js');

defineElement('call-controls', CallControls);

declare global {
  interface HTMLElementTagNameMap {
    'call-controls': CallControls;
  }
}

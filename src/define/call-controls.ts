import { CallControls } from '../elements/call-controls.js';
import { defineElement } from './define-element.js';
import { defineWhereItStands } from './define-where-it-stands.js';

const loadKeypad = () => import('./call-keypad.js');

CallControls.loadKeypad ??= loadKeypad;

defineElement('call-controls', CallControls);

defineWhereItStands('call-keypad', loadKeypad);

declare global {
  interface HTMLElementTagNameMap {
    'call-controls': CallControls;
  }
}

import { CallHistory } from '../elements/call-history.js';
import { defineElement } from './define-element.js';

defineElement('call-history', CallHistory);

declare global {
  interface HTMLElementTagNameMap {
    'call-history': CallHistory;
  }
}

import { IncomingCallToast } from '../elements/incoming-call-toast.js';
import { defineElement } from './define-element.js';

defineElement('incoming-call-toast', IncomingCallToast);

declare global {
  interface HTMLElementTagNameMap {
    'incoming-call-toast': IncomingCallToast;
  }
}

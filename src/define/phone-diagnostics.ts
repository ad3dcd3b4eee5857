import { PhoneDiagnostics } from '../elements/phone-diagnostics.js';
import { defineElement } from './define-element.js';

defineElement('phone-diagnostics', PhoneDiagnostics);

declare global {
  interface HTMLElementTagNameMap {
    'phone-diagnostics': PhoneDiagnostics;
  }
}

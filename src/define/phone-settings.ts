import { PhoneSettingsPanel } from '../elements/phone-settings.js';
import { defineElement } from './define-element.js';
import './phone-diagnostics.js';

defineElement('phone-settings', PhoneSettingsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'phone-settings': PhoneSettingsPanel;
  }
}

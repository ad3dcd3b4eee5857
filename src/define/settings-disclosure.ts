import { SettingsDisclosure } from '../elements/settings-disclosure.js';
import { defineElement } from './define-element.js';

SettingsDisclosure.loadSettings ??= () => import('./phone-settings.js');

defineElement('settings-disclosure', SettingsDisclosure);

declare global {
  interface HTMLElementTagNameMap {
    'settings-disclosure': SettingsDisclosure;
  }
}

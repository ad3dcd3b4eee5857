import { PhonePanels } from '../elements/phone-panels.js';
import { defineElement } from './define-element.js';

PhonePanels.loaders ??= {
  history: () => import('./call-history.js'),
  settings: () => import('./phone-settings.js'),
};

defineElement('phone-panels', PhonePanels);

declare global {
  interface HTMLElementTagNameMap {
    'phone-panels': PhonePanels;
  }
}

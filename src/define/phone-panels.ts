import { PhonePanels } from '../elements/phone-panels.js';
import { defineElement } from './define-element.js';
import { defineWhereItStands } from './define-where-it-stands.js';

const history = () => import('./call-history.js');
const settings = () => import('./phone-settings.js');

PhonePanels.loaders ??= { history, settings };

defineElement('phone-panels', PhonePanels);

defineWhereItStands('call-history', history);
defineWhereItStands('phone-settings', settings);
defineWhereItStands('phone-diagnostics', () => import('./phone-diagnostics.js'));

declare global {
  interface HTMLElementTagNameMap {
    'phone-panels': PhonePanels;
  }
}

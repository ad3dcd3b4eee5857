import { CallQualityChip } from '../elements/call-quality.js';
import { defineElement } from './define-element.js';

defineElement('call-quality', CallQualityChip);

declare global {
  interface HTMLElementTagNameMap {
    'call-quality': CallQualityChip;
  }
}

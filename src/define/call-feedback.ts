import { CallFeedbackCard } from '../elements/call-feedback.js';
import { defineElement } from './define-element.js';

defineElement('call-feedback', CallFeedbackCard);

declare global {
  interface HTMLElementTagNameMap {
    'call-feedback': CallFeedbackCard;
  }
}

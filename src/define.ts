/** Registers every element of the phone. */
import './define/call-controls.js';
import './define/call-feedback.js';
import './define/call-history.js';
import './define/call-keypad.js';
import './define/call-quality.js';
import './define/incoming-call-toast.js';
import './define/phone-dialer.js';
import './define/phone-diagnostics.js';
import './define/phone-settings.js';
import './define/phone-status.js';
import './define/phone-panels.js';
import './define/phone-trouble.js';
import './define/twilio-phone.js';

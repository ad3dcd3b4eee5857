/** What the script tag loads: all that must paint and ring at once. The Voice SDK follows when a phone needs it. */
import './define/twilio-phone.js';

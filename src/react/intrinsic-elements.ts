// Written by `npm run manifest`.
import type { IntrinsicProps } from './create-wrapper.js';
import type { CallControlsProps, callControlsNames } from './wrappers/call-controls.js';
import type { CallFeedbackProps, callFeedbackNames } from './wrappers/call-feedback.js';
import type { CallHistoryProps, callHistoryNames } from './wrappers/call-history.js';
import type { CallKeypadProps, callKeypadNames } from './wrappers/call-keypad.js';
import type { CallQualityProps, callQualityNames } from './wrappers/call-quality.js';
import type { IncomingCallToastProps, incomingCallToastNames } from './wrappers/incoming-call-toast.js';
import type { PhoneDiagnosticsProps, phoneDiagnosticsNames } from './wrappers/phone-diagnostics.js';
import type { PhoneDialerProps, phoneDialerNames } from './wrappers/phone-dialer.js';
import type { PhonePanelsProps, phonePanelsNames } from './wrappers/phone-panels.js';
import type { PhoneSettingsProps, phoneSettingsNames } from './wrappers/phone-settings.js';
import type { PhoneStatusProps, phoneStatusNames } from './wrappers/phone-status.js';
import type { PhoneTroubleProps, phoneTroubleNames } from './wrappers/phone-trouble.js';
import type { TwilioPhoneProps, twilioPhoneNames } from './wrappers/twilio-phone.js';

// React looks for the types of tags in a namespace and nowhere else; this is our only one.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'call-controls': IntrinsicProps<CallControlsProps, typeof callControlsNames>;
      'call-feedback': IntrinsicProps<CallFeedbackProps, typeof callFeedbackNames>;
      'call-history': IntrinsicProps<CallHistoryProps, typeof callHistoryNames>;
      'call-keypad': IntrinsicProps<CallKeypadProps, typeof callKeypadNames>;
      'call-quality': IntrinsicProps<CallQualityProps, typeof callQualityNames>;
      'incoming-call-toast': IntrinsicProps<IncomingCallToastProps, typeof incomingCallToastNames>;
      'phone-diagnostics': IntrinsicProps<PhoneDiagnosticsProps, typeof phoneDiagnosticsNames>;
      'phone-dialer': IntrinsicProps<PhoneDialerProps, typeof phoneDialerNames>;
      'phone-panels': IntrinsicProps<PhonePanelsProps, typeof phonePanelsNames>;
      'phone-settings': IntrinsicProps<PhoneSettingsProps, typeof phoneSettingsNames>;
      'phone-status': IntrinsicProps<PhoneStatusProps, typeof phoneStatusNames>;
      'phone-trouble': IntrinsicProps<PhoneTroubleProps, typeof phoneTroubleNames>;
      'twilio-phone': IntrinsicProps<TwilioPhoneProps, typeof twilioPhoneNames>;
    }
  }
}

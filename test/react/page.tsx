/** A React 19 page under StrictMode: our phone, and the integration guide's own components beside it. */
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { PhoneStatus, TwilioPhone, useTwilio } from 'twilio-phone/react';
import type { TwilioPhone as TwilioPhoneElement } from '../../src/index.js';
import { CallControls } from './guide-samples/call-controls.js';
import { CallNotification } from './guide-samples/call-notification.js';
import { Dialer } from './guide-samples/dialer.js';

/** What the page has heard and seen, for whoever drives it. */
const seen = { events: [] as string[], unhandled: [] as string[], methods: '' };

addEventListener('unhandledrejection', ({ reason }) => seen.unhandled.push(String(reason)));

function Status() {
  const { isDeviceReady, currentCallState, hasActiveCall, hasIncomingCall, error, answerCall } = useTwilio();
  return (
    <>
      {/* The bare tag, as React 19 takes it without a component. */}
      <phone-status phone="nobody" lang="en" />
      <p role="note">
        {isDeviceReady ? 'Ready for calls' : 'Not ready'}, {currentCallState?.status ?? 'no call'},{' '}
        {hasActiveCall ? 'active' : 'quiet'}, {hasIncomingCall ? 'ringing' : 'silent'},{' '}
        {error?.code ?? 'no error'}
      </p>
      <button onClick={(event) => void answerCall(event)}>Answer nothing</button>
    </>
  );
}

function Page() {
  const phone = useRef<TwilioPhoneElement>(null);
  const [renders, setRenders] = useState(0);
  const [isThere, setThere] = useState(true);
  return (
    <>
      {isThere && (
        <TwilioPhone
          ref={phone}
          className={`phone-${renders}`}
          tokenUrl="/api/twilio/token"
          ringTimeout={20}
          withoutHoldMusic
          callLinks={false}
          dock={renders === 0 ? 'top-left' : undefined}
          onCallIncoming={({ type, call }) => seen.events.push(`${type} ${call.from}`)}
          onCallDisconnect={({ type }) => seen.events.push(type)}
        >
          <PhoneStatus />
        </TwilioPhone>
      )}
      <Status />
      <CallNotification />
      <CallControls />
      <Dialer />
      <button onClick={() => setRenders((count) => count + 1)}>Render again</button>
      <button onClick={() => setThere((was) => !was)}>Mount or unmount</button>
      <button onClick={() => (seen.methods = typeof phone.current?.makeCall)}>Look at the ref</button>
    </>
  );
}

Object.assign(window, { seen });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}

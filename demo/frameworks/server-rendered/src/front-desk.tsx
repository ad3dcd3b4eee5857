'use client';
import { useState } from 'react';
import { TwilioPhone, useIncomingCall } from 'twilio-phone/react';

/** A page with a phone as a component: a server renders its tag, the browser loads its code. */
export function FrontDesk() {
  const [isShown, setShown] = useState(true);
  const [isNight, setNight] = useState(false);
  const [lines, setLines] = useState<readonly string[]>([]);
  const { hasIncomingCall } = useIncomingCall();
  const log = (line: string) => setLines((earlier) => [...earlier, line]);

  return (
    <>
      <h1>Front desk{hasIncomingCall && ': somebody calls'}</h1>
      <button onClick={() => setShown(!isShown)}>{isShown ? 'Hide' : 'Show'} the phone</button>
      <label>
        <input type="checkbox" checked={isNight} onChange={({ target }) => setNight(target.checked)} /> Night
        shift
      </label>
      <ol aria-label="Calls">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
      {isShown && (
        <TwilioPhone
          tokenUrl="/api/twilio/token"
          defaultCountry="US"
          colorScheme={isNight ? 'dark' : null}
          withoutHistory={isNight}
          onCallIncoming={({ call }) => log(`${call.from} calls`)}
          onCallDisconnect={({ call }) => log(`${call.from} is gone`)}
        />
      )}
    </>
  );
}

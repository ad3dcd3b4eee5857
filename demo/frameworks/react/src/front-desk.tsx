import { useState } from 'react';
import type { TokenProvider } from 'twilio-phone';
import 'twilio-phone/define';
import { useIncomingCall } from 'twilio-phone/react';

const provideToken: TokenProvider = async (signal) => {
  const answer = await fetch('/api/twilio/token', { signal });
  if (!answer.ok) throw new Error(`No token: ${answer.status}`);
  return answer.json();
};

/** A page with a phone as a plain tag. `<TwilioPhone>` of `twilio-phone/react` is the same as a component. */
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
        <twilio-phone
          tokenProvider={provideToken}
          default-country="US"
          color-scheme={isNight ? 'dark' : null}
          without-history={isNight}
          oncall-incoming={({ call }) => log(`${call.from} calls`)}
          oncall-disconnect={({ call }) => log(`${call.from} is gone`)}
        />
      )}
    </>
  );
}

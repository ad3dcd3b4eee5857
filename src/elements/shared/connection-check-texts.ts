import { msg, spokenTag, str } from './message.js';

/** The words about when Twilio was last heard. */
export const connectionCheckTexts = {
  lastHeard: (secondsAgo: number) => msg(str`Last heard from Twilio: ${formatAgo(secondsAgo)}`),
  notConnected: () => msg('Not connected now'),
};

/** As people say it: `now`, `12 seconds ago`. */
function formatAgo(seconds: number): string {
  return new Intl.RelativeTimeFormat(spokenTag(), { numeric: 'auto' }).format(-seconds, 'second');
}

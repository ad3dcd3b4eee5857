import { msg, spokenTag, str } from './message.js';

/** The words about when Twilio was last heard. */
export const connectionCheckTexts = {
  lastHeard: (secondsAgo: number) => msg(str`Last heard from Twilio: ${formatAgo(secondsAgo)}`),
  notConnected: () => msg('Not connected now'),
};

const options = { numeric: 'auto', style: 'short' } as const;

/** As people say it, and as fits a narrow line: `now`, `12 sec. ago`. */
function formatAgo(seconds: number): string {
  return new Intl.RelativeTimeFormat(spokenTag(), options).format(-seconds, 'second');
}

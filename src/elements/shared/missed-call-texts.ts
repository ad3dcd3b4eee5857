import { formatCount } from './format-number.js';
import { msg, str } from './message.js';

/** The words about calls that nobody answered. */
export const missedCallTexts = {
  dismiss: () => msg('Dismiss'),
  lost: (caller: string) => msg(str`The connection was lost while ${caller} called.`),
  missed: (caller: string, count: number) =>
    count > 1
      ? msg(str`Missed calls: ${formatCount(count)}. The last one was from ${caller}.`)
      : msg(str`Missed call from ${caller}`),
};

import { formatCount } from './format-number.js';
import { msg, str } from './message.js';

/** The words of the call history. */
export const historyTexts = {
  history: () => msg('History'),
  which: () => msg('Which calls'),
  all: () => msg('All'),
  missedOnly: (count: number) => (count > 0 ? msg(str`Missed (${formatCount(count)})`) : msg('Missed')),
  call: () => msg('Call'),
  callParty: (party: string) => msg(str`Call ${party}`),
  showMore: () => msg('Show more'),
  clear: () => msg('Clear history'),
  clearQuestion: () => msg('Forget all these calls? They cannot be brought back.'),
  clearConfirm: () => msg('Forget them'),
  keep: () => msg('Keep them'),
  cleared: () => msg('The history is empty now.'),
  notCleared: () => msg('The history could not be cleared. Try again.'),
  noCalls: () => msg('No calls yet'),
  noMissedCalls: () => msg('No missed calls'),
  notKept: () => msg('This phone keeps no history.'),
};

/** How a call ended, each in a whole sentence or name. */
export const outcomeTexts = {
  incoming: () => msg('Incoming call'),
  outgoing: () => msg('Outgoing call'),
  missed: () => msg('Missed call'),
  missedWhileBusy: () => msg('Missed call: you were in another'),
  missedByLoss: () => msg('Missed call: the connection was lost'),
  declinedHere: () => msg('Declined'),
  ignored: () => msg('Silenced'),
  declinedThere: () => msg('They declined'),
  canceled: () => msg('Ended before it was answered'),
  busy: () => msg('The line was busy'),
  noAnswer: () => msg('Nobody answered'),
  unavailable: () => msg('Could not be reached'),
  failed: () => msg('The call failed'),
  lost: () => msg('The connection was lost'),
};

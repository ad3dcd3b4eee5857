/** What the situations are called in the sidebar. */
import type { CallCommand } from '../../src/core/phone-state.js';
import type { CallSituation } from './call-situations.js';

const directions = { INCOMING: 'Incoming', OUTGOING: 'Outgoing' } as const;

const wished: Partial<Record<CallCommand, string>> = {
  answerCall: 'being answered',
  rejectCall: 'being declined',
  ignoreCall: 'being ignored',
  endCall: 'being ended',
  toggleMute: 'mute under way',
  toggleHold: 'hold under way',
};

/** Where the situation stands in the sidebar. */
export function titleOf({ direction, status }: CallSituation): string {
  return `Every state/${directions[direction]}/${status.charAt(0).toUpperCase()}${status.slice(1)}`;
}

/** The one name that it has there, such as "Muted, on hold, being ended, with trouble". */
export function nameOf({ isMuted, isOnHold, pending, hasError }: CallSituation): string {
  const words = [
    isMuted ? 'muted' : null,
    isOnHold ? 'on hold' : null,
    pending ? (wished[pending] ?? pending) : null,
    hasError ? 'with trouble' : null,
  ].filter((word) => word !== null);
  const name = words.join(', ') || 'plain';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The name of its export, as Storybook makes an address of it. */
export function exportNameOf(situation: CallSituation): string {
  const words = nameOf(situation).split(/[ ,]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

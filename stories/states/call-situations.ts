/**
 * Every situation that one call can be in, found by the core's own rules: from the first ring on, each event that
 * its table takes, and each wish that `can()` allows. What these never lead to is not there.
 */
import { transitionCall } from '../../src/core/call-machine.js';
import { can } from '../../src/core/can.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallCommand, CallDirection, CallState, CallStatus } from '../../src/core/phone-state.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { callState, phoneState } from '../../test/support/states.js';

/** What leads on: something was asked of the phone, or something happened to the call. */
export type Step = { readonly wish: CallCommand } | { readonly event: CallPortEvent };

export interface CallSituation {
  readonly status: CallStatus;
  readonly direction: CallDirection;
  readonly isMuted: boolean;
  readonly isOnHold: boolean;
  /** What was asked for last and has not happened yet. */
  readonly pending: CallCommand | null;
  readonly hasError: boolean;
  /** The shortest way there, from the first ring of an incoming call, or from the placing of an outgoing one. */
  readonly steps: readonly Step[];
}

/** The wishes that show as pending; a digit and reconnected sound are only asked for. */
const wishes = ['answerCall', 'rejectCall', 'ignoreCall', 'endCall', 'toggleMute', 'toggleHold'] as const;

export const troubleInCall = new PhoneError('media-failed', 'The sound found no way.', {
  recoverable: false,
});

interface Place {
  readonly call: CallState;
  readonly steps: readonly Step[];
}

export const callSituations: readonly CallSituation[] = findSituations();

/** The nearest places come first: of two ways to one situation the shorter stays. */
function findSituations(): readonly CallSituation[] {
  const found = new Map<string, CallSituation>();
  const seen = new Set<string>();
  let places: readonly Place[] = [
    { call: callState(), steps: [] },
    { call: callState({ status: 'connecting', direction: 'OUTGOING' }), steps: [] },
  ];
  while (places.length > 0) {
    const fresh: Place[] = [];
    for (const place of places) {
      const situation = situationOf(place);
      const key = keyOf(situation);
      const { openedAt, pending } = place.call;
      // What may come next hangs on these too.
      const way = [key, openedAt !== null, pending.includes('answerCall')].join();
      if (seen.has(way)) continue;
      seen.add(way);
      fresh.push(place);
      if (!found.has(key)) found.set(key, situation);
    }
    places = fresh.flatMap(placesAfter);
  }
  return [...found.values()];
}

function situationOf({ call, steps }: Place): CallSituation {
  const { status, direction, isMuted, isOnHold } = call;
  return {
    status,
    direction,
    isMuted,
    isOnHold,
    pending: call.pending.at(-1) ?? null,
    hasError: call.error !== null,
    steps,
  };
}

function keyOf({ status, direction, isMuted, isOnHold, pending, hasError }: CallSituation): string {
  return [status, direction, isMuted, isOnHold, pending, hasError].join();
}

function placesAfter({ call, steps }: Place): readonly Place[] {
  const wished = wishesIn(call).map((wish) => ({ call: wishFor(call, wish), steps: [...steps, { wish }] }));
  const happened = eventsIn(call)
    .map((event) => ({ call: hear(call, event), steps: [...steps, { event }] }))
    .filter((place) => place.call !== call);
  return [...wished, ...happened];
}

/** One wish at a time, beside that for the answer: a person may think better of it. */
function wishesIn(call: CallState): readonly CallCommand[] {
  if (call.status === 'closed' || call.pending.some((wish) => wish !== 'answerCall')) return [];
  return wishes.filter((wish) => can(phoneState({ calls: [call] }), wish, call.id));
}

function wishFor(call: CallState, wish: CallCommand): CallState {
  // A new try to answer leaves behind what kept the last one from succeeding.
  const error = wish === 'answerCall' ? null : call.error;
  return Object.freeze({ ...call, error, pending: [...call.pending, wish] });
}

/** What may happen to it now, as the SDK tells it: the core's table decides whether it is heard. */
function eventsIn(call: CallState): readonly CallPortEvent[] {
  const { direction, isMuted, isOnHold, openedAt } = call;
  const isWished = (wish: CallCommand) => call.pending.at(-1) === wish;
  const only = (isPossible: boolean, event: CallPortEvent) => (isPossible ? [event] : []);
  return [
    ...only(isWished('answerCall'), { type: 'connecting' }),
    // Only the other end of an outgoing call rings.
    ...only(direction === 'OUTGOING', { type: 'ringing', parameters: {} }),
    ...only(openedAt === null, { type: 'accept', parameters: {} }),
    ...only(openedAt !== null, { type: 'reconnected' }),
    // While it rings here there is no sound yet that could be lost.
    ...only(call.status !== 'pending', { type: 'reconnecting', error: null }),
    ...only(isWished('toggleMute'), { type: 'mute', isMuted: !isMuted }),
    ...only(isWished('toggleHold'), { type: 'hold', isOnHold: !isOnHold }),
    { type: 'error', error: troubleInCall },
    { type: call.status === 'pending' ? 'cancel' : 'disconnect' },
  ];
}

/** The very same call when its table does not expect the event. */
function hear(call: CallState, event: CallPortEvent): CallState {
  const after = transitionCall(call, event, call.createdAt);
  if (after === call) return call;
  const fulfilled = { accept: 'answerCall', mute: 'toggleMute', hold: 'toggleHold' } as const;
  const wish = event.type in fulfilled ? fulfilled[event.type as keyof typeof fulfilled] : null;
  return Object.freeze({ ...after, pending: after.pending.filter((other) => other !== wish) });
}

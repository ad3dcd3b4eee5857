/** The calls of the soak, one after another, and what the phone's log has to say of each. */
import type { Leg, LocalTwilio, OutsideCall } from '../../demo/local-twilio/index.js';
import type { CallOutcome } from '../../src/core/call-record.js';
import type { CallDirection } from '../../src/core/phone-state.js';
import { FarEar } from './far-ear.js';
import type { SoakPage } from './soak-page.js';
import { until } from './until.js';

/** What becomes of a call. */
export type CallKind =
  | 'answered, ended here'
  | 'answered, ended there'
  | 'declined'
  | 'cancelled'
  | 'placed, ended here'
  | 'placed, ended there'
  | 'busy';

/** What is done while they talk. */
export type Talk = 'plain' | 'mute' | 'hold';

/** A call as we saw it from outside of the page. */
export interface SeenCall {
  readonly kind: CallKind;
  readonly talk: Talk;
  readonly callSid: string;
  readonly direction: CallDirection;
  readonly number: string;
  readonly outcome: CallOutcome;
  readonly wasEndedHere: boolean;
  /** They talked for at least so long, and at most; both 0 where nobody talked. */
  readonly leastTalkInMilliseconds: number;
  readonly mostTalkInMilliseconds: number;
}

type Seen = Omit<SeenCall, 'kind' | 'talk' | 'number'>;

const ANSWERS = '+12025550101';
const IS_BUSY = '+12025550102';

/** Ten calls are one round: seven of them are talked in. */
const round: readonly CallKind[] = [
  'answered, ended here',
  'placed, ended here',
  'declined',
  'answered, ended there',
  'busy',
  'placed, ended there',
  'answered, ended here',
  'cancelled',
  'placed, ended here',
  'answered, ended there',
];
export const CALLS_A_ROUND = round.length;

export function kindOf(index: number): CallKind {
  return round[index % round.length] ?? 'declined';
}

/** Muted and held now and then, each kind of call in its turn. */
export function talkOf(index: number): Talk {
  if (index % 7 === 3) return 'mute';
  return index % 7 === 5 ? 'hold' : 'plain';
}

export class SoakCalls {
  readonly #twilio: LocalTwilio;
  readonly #page: SoakPage;

  constructor(twilio: LocalTwilio, page: SoakPage) {
    this.#twilio = twilio;
    this.#page = page;
  }

  /** One call from its beginning to its end. */
  async run(index: number): Promise<SeenCall> {
    const kind = kindOf(index);
    const talk = talkOf(index);
    const number = numberOf(index, kind);
    const seen =
      kind === 'busy'
        ? await this.#callSomebodyBusy(number)
        : kind.startsWith('placed')
          ? await this.#place(number, kind, talk)
          : await this.#receive(number, kind, talk);
    return { kind, talk, number, ...seen };
  }

  /** After a call that went wrong: nobody is left on the line. */
  hangUpAll(): void {
    for (const leg of this.#twilio.calls) if (!leg.isOver) leg.hangUp('completed');
  }

  async #receive(from: string, kind: CallKind, talk: Talk): Promise<Seen> {
    const caller = this.#twilio.callPhoneNumber({ from, as: 'silent' });
    await this.#page.waitForCall('pending');
    const leg = this.#legTo(caller);
    const known = { callSid: leg.callSid, direction: 'INCOMING' } as const;
    if (kind === 'declined') {
      await this.#page.command('rejectCall');
      caller.hangUp();
      return { ...known, ...notTalked('declined', true) };
    }
    if (kind === 'cancelled') {
      caller.hangUp();
      return { ...known, ...notTalked('missed', false) };
    }
    const watch = new TalkWatch();
    await this.#page.command('answerCall');
    await caller.answered;
    const isEndedHere = kind === 'answered, ended here';
    await this.#talk(new FarEar(caller.hear()), talk, watch);
    if (isEndedHere) await this.#page.command('endCall');
    else caller.hangUp();
    await this.#page.waitForEnd();
    return { ...known, outcome: 'answered', wasEndedHere: isEndedHere, ...watch.end() };
  }

  async #place(to: string, kind: CallKind, talk: Talk): Promise<Seen> {
    const watch = new TalkWatch();
    const refusal = await this.#page.makeCall(to);
    if (refusal) throw new Error(`The call was refused: ${refusal}`);
    await this.#page.waitForCall('open');
    const leg = this.#placedLeg();
    const isEndedHere = kind === 'placed, ended here';
    await this.#talk(new FarEar(leg.listen()), talk, watch);
    if (isEndedHere) await this.#page.command('endCall');
    else this.#legOf(leg.callSid).hangUp('completed');
    await this.#page.waitForEnd();
    const known = { callSid: leg.callSid, direction: 'OUTGOING' } as const;
    return { ...known, outcome: 'answered', wasEndedHere: isEndedHere, ...watch.end() };
  }

  async #callSomebodyBusy(to: string): Promise<Seen> {
    // Refused, or, where it rang for a moment before, told when it is over.
    await this.#page.makeCall(to);
    await this.#page.waitForEnd();
    const { callSid } = this.#placedLeg();
    return { callSid, direction: 'OUTGOING', ...notTalked('busy', false) };
  }

  async #talk(ear: FarEar, talk: Talk, watch: TalkWatch): Promise<void> {
    watch.begin();
    await ear.hearsVoice();
    if (talk !== 'plain') {
      const command = talk === 'mute' ? 'toggleMute' : 'toggleHold';
      await this.#page.command(command);
      await ear.hearsNoVoice();
      await this.#page.command(command);
      await ear.hearsVoice();
    }
    ear.stop();
    watch.stop();
  }

  /** The leg that rings in the page for a caller. */
  #legTo(caller: OutsideCall): Leg {
    return this.#legOf(caller.callSid);
  }

  #legOf(parentCallSid: string): Leg {
    const leg = this.#twilio.calls.findLast((one) => one.parentCallSid === parentCallSid);
    if (!leg) throw new Error(`Nobody was called for ${parentCallSid}.`);
    return leg;
  }

  #placedLeg(): Leg {
    const leg = this.#twilio.calls.findLast(({ direction }) => direction === 'inbound');
    if (!leg) throw new Error('The page has placed no call.');
    return leg;
  }

  /** All legs of all calls are over, on the network's side too. */
  async waitForSilence(): Promise<void> {
    await until(
      () => 'no leg is left',
      () => this.#twilio.calls.every(({ isOver }) => isOver),
    );
  }
}

/** Numbers kept for fiction, so that neighbours in the log differ. */
function numberOf(index: number, kind: CallKind): string {
  if (kind === 'busy') return IS_BUSY;
  if (kind.startsWith('placed')) return ANSWERS;
  return `+120255501${String(index % 100).padStart(2, '0')}`;
}

function notTalked(outcome: CallOutcome, wasEndedHere: boolean) {
  return { outcome, wasEndedHere, leastTalkInMilliseconds: 0, mostTalkInMilliseconds: 0 };
}

/** How long they talked, as far as it can be told from outside. */
class TalkWatch {
  /** The call was not open before. */
  readonly #earliestBegin = performance.now();
  #latestBegin = 0;
  #earliestEnd = 0;

  /** They talk by now. */
  begin(): void {
    this.#latestBegin = performance.now();
  }

  /** They still talk. */
  stop(): void {
    this.#earliestEnd = performance.now();
  }

  /** It is over by now. */
  end(): Pick<SeenCall, 'leastTalkInMilliseconds' | 'mostTalkInMilliseconds'> {
    return {
      leastTalkInMilliseconds: this.#earliestEnd - this.#latestBegin,
      mostTalkInMilliseconds: performance.now() - this.#earliestBegin,
    };
  }
}

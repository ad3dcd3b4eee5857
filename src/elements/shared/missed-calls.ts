import { html } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { CallState, PhoneState } from '../../core/phone-state.js';
import { describeParty } from './describe-party.js';
import { missedCallTexts } from './missed-call-texts.js';

/** The call that was missed last, until somebody has seen it: other calls may have ended since. */
const missedByPhone = new WeakMap<CallController, CallState>();

/** Whom the person missed, and a button that says "seen". Shown only while there are missed calls. */
export function renderMissedCalls(controller: CallController, { lastCall, missedCallCount }: PhoneState) {
  if (lastCall?.isMissed) missedByPhone.set(controller, lastCall);
  const call = missedByPhone.get(controller);
  const caller = call ? describeParty(call).title : '';
  // Nobody gave up: the call was taken away, and the person may want to call back.
  const isLost = call?.closedBy === 'transportClose' && missedCallCount === 1;
  return html`<p class="missed" part="missed">
    <bdi>${isLost ? missedCallTexts.lost(caller) : missedCallTexts.missed(caller, missedCallCount)}</bdi>
    <button type="button" part="dismiss-button" @click=${() => controller.clearMissedCalls()}>
      ${missedCallTexts.dismiss()}
    </button>
  </p>`;
}

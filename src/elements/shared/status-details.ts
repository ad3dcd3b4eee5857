/** What the status says beside its few words. It is never painted first, so it comes when there is something to say. */
import { html, nothing } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { PhoneError } from '../../core/phone-error.js';
import type { PhoneState } from '../../core/phone-state.js';
import { describeStatus } from './describe-status.js';
import { errorText } from './error-texts.js';
import { renderMissedCalls } from './missed-calls.js';

export { statusDetailsStyles } from './status-details.styles.js';

/** What went wrong where the phone cannot help itself, and who was missed. */
export function renderStatusDetails(controller: CallController, state: PhoneState) {
  const { error } = state.device;
  return html`
    ${error && describeStatus(state).tone === 'trouble' ? renderError(error) : nothing}
    ${state.missedCallCount > 0 ? renderMissedCalls(controller, state) : nothing}
  `;
}

function renderError(error: PhoneError) {
  const { happened, remedy } = errorText(error);
  return html`<p class="detail" part="detail"><bdi>${happened} ${remedy}</bdi></p>`;
}

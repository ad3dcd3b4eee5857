/** What the status says beside its few words. It is never painted first, so it comes when there is something to say. */
export { renderMissedCalls } from './missed-calls.js';
export { statusDetailsStyles } from './status-details.styles.js';

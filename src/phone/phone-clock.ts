/** The clock that phones run by, apart from all that makes phones: it is needed before that is loaded. */
export { createClock } from '../browser/clock.js';

import { requestTypes } from '../../events/request-events.js';
import type { RequestEvent } from '../../events/request-events.js';

/** Away from home a request would not pass the phone's element, where the page listens for it. */
export function forwardRequests(from: EventTarget, to: EventTarget): void {
  for (const type of requestTypes) {
    from.addEventListener(type, (event) => {
      event.stopPropagation();
      if (!to.dispatchEvent((event as RequestEvent).copy())) event.preventDefault();
    });
  }
}

import {
  CallAnswerRequestEvent,
  CallDigitsRequestEvent,
  CallEndRequestEvent,
  CallHoldRequestEvent,
  CallMakeRequestEvent,
  CallMuteRequestEvent,
  CallRejectRequestEvent,
  DeviceSignInRequestEvent,
} from '../../events/request-events.js';
import type { RequestEvent } from '../../events/request-events.js';

const copies = {
  'call-answer-request': ({ call }: CallAnswerRequestEvent) => new CallAnswerRequestEvent(call),
  'call-reject-request': ({ call }: CallRejectRequestEvent) => new CallRejectRequestEvent(call),
  'call-end-request': ({ call }: CallEndRequestEvent) => new CallEndRequestEvent(call),
  'call-mute-request': ({ call }: CallMuteRequestEvent) => new CallMuteRequestEvent(call),
  'call-hold-request': ({ call }: CallHoldRequestEvent) => new CallHoldRequestEvent(call),
  'call-make-request': ({ phoneNumber, parameters }: CallMakeRequestEvent) =>
    new CallMakeRequestEvent(phoneNumber, parameters),
  'call-digits-request': ({ call, digits }: CallDigitsRequestEvent) =>
    new CallDigitsRequestEvent(call, digits),
  'device-sign-in-request': () => new DeviceSignInRequestEvent(),
};

/** Away from home a request would not pass the phone's element, where the page listens for it. */
export function forwardRequests(from: EventTarget, to: EventTarget): void {
  for (const [type, copy] of Object.entries(copies) as [string, (event: Event) => RequestEvent][]) {
    from.addEventListener(type, (event) => {
      event.stopPropagation();
      if (!to.dispatchEvent(copy(event))) event.preventDefault();
    });
  }
}

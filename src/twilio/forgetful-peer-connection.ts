/**
 * The browser's class, with connections that forget who listened as soon as they are closed. Chromium never lets go
 * of one that was about to say something when it was closed, as happens when the far end hangs up (156, measured);
 * and the SDK listens with all that belongs to a call.
 */
export function forgetfulPeerConnection(): typeof RTCPeerConnection {
  return class extends RTCPeerConnection {
    override close(): void {
      const transports = this.getSenders().map(({ transport }) => transport);
      super.close();
      dropHandlers(this);
      for (const transport of transports) {
        dropHandlers(transport);
        dropHandlers(transport?.iceTransport);
      }
    }
  };
}

/** The browser's handlers, and those that the SDK gave it in vain. */
function dropHandlers(target: EventTarget | null | undefined): void {
  for (const name in target) if (name.startsWith('on')) Reflect.set(target, name, null);
}

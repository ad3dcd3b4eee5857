/**
 * The service worker behind "Answer" and "Decline" in the notification of a call. It tells the page in which
 * that call rings what was chosen, and brings that page to the front. Serve it from the page's own origin and
 * name it in `notification-worker`; a worker of the page's own may also `importScripts` it. It handles no fetch.
 */
{
  /** A page that does not answer by then is gone, or does not know the call. */
  const PATIENCE_IN_MILLISECONDS = 3_000;

  type Choice = 'answer' | 'decline' | 'open';

  const worker = self as unknown as ServiceWorkerGlobalScope;

  worker.addEventListener('notificationclick', (event) => {
    const callId = readCallId(event.notification.data);
    if (callId === null) return;
    event.notification.close();
    event.waitUntil(handOver(callId, readChoice(event.action)));
  });

  const handOver = async (callId: string, choice: Choice): Promise<void> => {
    const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const owner = await findFirst(pages.map((page) => offer(page, callId, choice)));
    if (choice !== 'decline') await owner?.focus();
  };

  /** Resolves with the page when the call rings there. */
  const offer = (page: WindowClient, callId: string, choice: Choice): Promise<WindowClient> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(page);
      page.postMessage({ type: 'twilio-phone/call-choice', callId, choice }, [port2]);
    });

  const findFirst = (offers: readonly Promise<WindowClient>[]): Promise<WindowClient | null> => {
    const nobody = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_IN_MILLISECONDS));
    return Promise.race([...offers, nobody]);
  };

  /** A page may show notifications of its own by the same worker. */
  const readCallId = (data: unknown): string | null => {
    const { type, callId } = (typeof data === 'object' && data !== null ? data : {}) as Partial<
      Record<string, unknown>
    >;
    return type === 'twilio-phone/incoming-call' && typeof callId === 'string' ? callId : null;
  };

  const readChoice = (action: string): Choice =>
    action === 'answer' || action === 'decline' ? action : 'open';
}

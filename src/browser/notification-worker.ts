/** The service worker by which a notification gets its buttons. */

/**
 * Registers it, and resolves when it can show notifications. Its scope is a folder that no page is in, so that
 * it never stands between a page and the network, and never takes the place of the page's own worker.
 * @param url on the page's own origin.
 */
export async function registerNotificationWorker(url: string): Promise<ServiceWorkerRegistration> {
  // Undefined on plain http.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!container) throw new Error('This page has no service workers: is it served by https?');
  const scope = new URL('./twilio-phone-notifications/', new URL(url, document.baseURI)).href;
  const registration = await container.register(url, { scope });
  await becomeActive(registration);
  return registration;
}

async function becomeActive(registration: ServiceWorkerRegistration): Promise<void> {
  if (registration.active) return;
  const worker = registration.installing ?? registration.waiting;
  if (!worker) throw new Error('The service worker was not installed.');
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The service worker was not installed.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** What tests of the dock share: one in the page, without motion, all of it loaded. */
import { emulateMedia, resetMouse, setViewport } from '@web/test-runner-commands';
import '../../src/define/phone-dialer.js';
import '../../src/define/phone-panels.js';
import { byRole, everyElement } from './accessible.js';
import { until } from './elements.js';
import { clearPage, composer, element, openPage, settled, show } from './phone-page.js';

/** Before and after each test of a file. */
export function useDockPage(): void {
  beforeEach(async () => {
    openPage();
    await emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    await clearPage();
    await resetMouse();
    await setViewport({ width: 800, height: 600 });
  });
}

export const region = () => byRole('region', 'Phone');

export async function showDock(attributes: Record<string, string> = {}): Promise<void> {
  await show(attributes);
  // A dialog of the page may have it already.
  await until(() => [...everyElement(document.body)].some((one) => one.matches('[part="minimise-button"]')));
}

/** Somebody called, and was answered. */
export async function talk(): Promise<void> {
  composer.phone.ring({ from: '+442079460000', parameters: { name: 'Ada' } });
  await element.answerCall();
  await settled();
}

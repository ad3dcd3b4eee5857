/** The settings of a phone with two microphones and two loudspeakers, and what a person finds in them. */
import { fixture, html } from '@open-wc/testing';
import '../../src/define/phone-settings.js';
import type { NotificationPermissionPort } from '../../src/core/notification-permission.js';
import type { PhoneSettingsPanel } from '../../src/elements/phone-settings.js';
import { allByRole, byRole } from './accessible.js';
import { rendered } from './elements.js';
import type { TestPhone } from './test-phone.js';

export async function showSettings(
  phone: TestPhone,
  lang = 'en',
  notifications: NotificationPermissionPort | null = null,
): Promise<PhoneSettingsPanel> {
  const element = await fixture<PhoneSettingsPanel>(
    html`<phone-settings
      lang=${lang}
      .controller=${phone.controller}
      .notificationPermission=${notifications}
    ></phone-settings>`,
  );
  await rendered();
  return element;
}

/** Without the marks that keep the reading directions apart. */
export function seen(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

/** The list of devices with this name. */
export function list(name: string): HTMLSelectElement {
  const found = byRole('combobox', name);
  if (!(found instanceof HTMLSelectElement)) throw new Error(`${name} is no list.`);
  return found;
}

/** Its lines, the chosen one marked. */
export function linesOf(name: string): string[] {
  return [...list(name).options].map(({ label, selected }) => (selected ? `> ${seen(label)}` : seen(label)));
}

/** Chooses a line of it. */
export async function pick(name: string, label: string): Promise<void> {
  const select = list(name);
  select.selectedIndex = [...select.options].findIndex((option) => seen(option.label) === label);
  select.dispatchEvent(new Event('input', { bubbles: true }));
  await rendered();
}

/** Everything that is said about sections now. */
export function said(): string[] {
  return allByRole('status')
    .map((region) => seen(region.textContent?.trim() ?? ''))
    .filter(Boolean);
}

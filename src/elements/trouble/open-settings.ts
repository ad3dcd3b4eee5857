/** Opens the settings beside an element, or elsewhere in the page; null where there are none to be opened. */
export function findSettings(element: Element): (() => void) | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  const panels = root.querySelector('phone-panels');
  if (panels) return () => void (panels.open = 'settings');
  const settings = root.querySelector('phone-settings') ?? document.querySelector('phone-settings');
  return settings && (() => settings.scrollIntoView({ block: 'nearest' }));
}

import { customProperties } from './tokens.styles.js';

/** Away from home the page's custom properties and color scheme would be lost to what is painted there. */
export function wearTheme(surface: HTMLElement, home: Element): void {
  const theme = getComputedStyle(home);
  for (const name of customProperties) surface.style.setProperty(name, theme.getPropertyValue(name));
  surface.dir = theme.direction;
  surface.dataset['colorScheme'] = theme.colorScheme;
}

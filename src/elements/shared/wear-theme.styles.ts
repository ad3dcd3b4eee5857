import { css } from 'lit';

/** The color scheme that a surface was given by `wearTheme`, whatever the page says where the surface stands. */
export const wornThemeStyles = css`
  :host([data-color-scheme='light']) {
    color-scheme: light !important;
  }

  :host([data-color-scheme='dark']) {
    color-scheme: dark !important;
  }

  :host([data-color-scheme='light dark']) {
    color-scheme: light dark !important;
  }
`;

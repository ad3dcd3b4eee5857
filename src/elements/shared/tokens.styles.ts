import { css } from 'lit';

/** The custom properties that a page may set. A surface that leaves its place takes their values along. */
export const customProperties = [
  '--twilio-phone-accent',
  '--twilio-phone-on-accent',
  '--twilio-phone-danger',
  '--twilio-phone-on-danger',
  '--twilio-phone-surface',
  '--twilio-phone-text',
  '--twilio-phone-font',
  '--twilio-phone-radius',
  '--twilio-phone-density',
];

/**
 * What every element paints with. Whatever the page says of all elements ends at `.root`: sizes are in pixels,
 * because a page may have set its own root size, and what can be inherited is set back.
 */
export const tokens = css`
  .root {
    all: initial;
    visibility: inherit;
    color-scheme: inherit;
    --accent: var(--twilio-phone-accent, light-dark(#0b7a4b, #43c98c));
    --on-accent: var(--twilio-phone-on-accent, light-dark(#fff, #062818));
    --danger: var(--twilio-phone-danger, light-dark(#c4281f, #f2665c));
    --on-danger: var(--twilio-phone-on-danger, light-dark(#fff, #2b0605));
    --surface: var(--twilio-phone-surface, light-dark(#fff, #1c1f24));
    --text: var(--twilio-phone-text, light-dark(#15181d, #f3f5f7));
    --quiet: color-mix(in srgb, var(--text) 68%, var(--surface));
    --line: color-mix(in srgb, var(--text) 12%, transparent);
    --raised: color-mix(in srgb, var(--text) 7%, var(--surface));
    --notice: light-dark(#fff4dc, #3a2f17);
    --on-notice: light-dark(#5e4300, #ffdf9e);
    --shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 4px 12px rgb(0 0 0 / 8%), 0 16px 48px rgb(0 0 0 / 16%);
    --radius: var(--twilio-phone-radius, 20px);
    --space: max(0.6, var(--twilio-phone-density, 1));
    display: block;
    color: var(--text);
    font: 400 15px / 1.4 var(--twilio-phone-font, system-ui, sans-serif);
    -webkit-font-smoothing: antialiased;
    text-size-adjust: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  svg {
    display: block;
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    font-size: 20px;
  }

  button {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button[aria-disabled='true'] {
    cursor: default;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--text);
    outline-offset: 2px;
  }
`;

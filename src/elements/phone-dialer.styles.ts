import { css } from 'lit';

export const phoneDialerStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .root {
    container-type: inline-size;
  }

  .row {
    display: flex;
    gap: 10px;
  }

  .field {
    display: flex;
    flex: 1;
    min-inline-size: 0;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--raised);
  }

  .field:has(input:focus-visible) {
    outline: 2px solid var(--text);
    outline-offset: 1px;
  }

  .field:has([aria-invalid='true']) {
    border-color: var(--danger);
  }

  input {
    flex: 1;
    min-inline-size: 0;
    block-size: calc(46px * var(--space));
    margin: 0;
    padding-block: 0;
    padding-inline: 14px 4px;
    border: 0;
    border-radius: 14px;
    background: none;
    color: inherit;
    font: inherit;
    /* Below 16 pixels phones zoom into the page. */
    font-size: 16px;
    font-variant-numeric: tabular-nums;
  }

  /* Its box shows the focus. */
  input:focus-visible {
    outline: none;
  }

  input::placeholder {
    color: var(--quiet);
    font-size: 15px;
    opacity: 1;
  }

  /* Numbers are written from left to right in every language, and begin where its lines begin. */
  [dir='rtl'] input {
    text-align: right;
  }

  .toggle {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: calc(46px * var(--space));
    block-size: calc(46px * var(--space));
    border-radius: 13px;
    color: var(--quiet);
  }

  .toggle[aria-expanded='true'] {
    color: var(--text);
  }

  .call {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: 8px;
    inline-size: calc(48px * var(--space));
    block-size: calc(48px * var(--space));
    border: 1px solid transparent;
    border-radius: 24px;
    background: var(--accent);
    color: var(--on-accent);
    transition:
      background-color 120ms,
      scale 120ms;
  }

  .call span {
    display: none;
    font-weight: 600;
  }

  .call[part='end-button'] {
    background: var(--danger);
    color: var(--on-danger);
  }

  .call[aria-disabled='true'] {
    background: var(--raised);
    color: var(--quiet);
  }

  .call:not([aria-disabled='true']):active {
    scale: 0.95;
  }

  .message,
  .note {
    margin-block-start: 8px;
    padding-inline: 2px;
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
  }

  .message:not([data-quiet]) {
    color: var(--danger);
  }

  .message:not(:has(bdi)),
  .note:empty {
    margin: 0;
  }

  #keypad {
    margin-block-start: calc(14px * var(--space));
  }

  #keypad[hidden] {
    display: none;
  }

  /* A whole international number fits, and the button is easy to hit. */
  @container (max-inline-size: 280px) {
    .row {
      flex-wrap: wrap;
    }

    .field,
    .call {
      flex: 1 0 100%;
    }

    .call span {
      display: inline;
    }
  }

  @media (hover: hover) {
    .toggle:hover {
      color: var(--text);
    }

    .call[part='call-button']:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--accent) 88%, #000);
    }

    .call[part='end-button']:hover {
      background: color-mix(in srgb, var(--danger) 88%, #000);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .call {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .call {
      border-color: ButtonText;
    }

    .call[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }

    .toggle[aria-expanded='true'] {
      color: Highlight;
    }
  }
`;

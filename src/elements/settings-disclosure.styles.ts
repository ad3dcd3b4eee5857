import { css } from 'lit';

export const settingsDisclosureStyles = css`
  :host,
  .root {
    display: contents;
  }

  :host([hidden]) {
    display: none;
  }

  /* Last for the keyboard, since its settings follow; first to the eye. */
  button {
    display: grid;
    grid-row: 1;
    grid-column: 2;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin-block: -6px;
    margin-inline-end: -7px;
    border-radius: 50%;
    color: var(--quiet);
  }

  button svg {
    font-size: 18px;
  }

  button[aria-expanded='true'] {
    background: var(--raised);
    color: var(--text);
  }

  .panel {
    grid-column: 1 / -1;
    margin-block-start: 18px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }

  .panel[hidden] {
    display: none;
  }

  .failure {
    font-size: 14px;
    line-height: 20px;
  }

  @media (hover: hover) {
    button:hover {
      background: var(--raised);
      color: var(--text);
    }
  }

  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
  }
`;

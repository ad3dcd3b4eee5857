import { css } from 'lit';

export const phonePanelsStyles = css`
  :host,
  .root {
    display: contents;
  }

  :host([hidden]) {
    display: none;
  }

  /* Last for the keyboard, since their panel follows; first to the eye. */
  .buttons {
    display: flex;
    grid-row: 1;
    grid-column: 2;
    gap: 4px;
    margin-block: -6px;
    margin-inline-end: -7px;
  }

  button {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
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

  .badge {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -4px;
    min-inline-size: 16px;
    padding-inline: 4px;
    border: 2px solid var(--surface);
    border-radius: 10px;
    background: var(--danger);
    color: var(--on-danger);
    font-size: 11px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 16px;
    text-align: center;
  }

  .badge::before {
    content: attr(data-count);
  }

  .badge[hidden] {
    display: none;
  }

  .panel {
    min-inline-size: 0;
    grid-column: 1 / -1;
    margin-block-start: calc(18px * var(--space));
    padding-block-start: calc(16px * var(--space));
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

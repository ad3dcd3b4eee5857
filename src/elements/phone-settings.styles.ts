import { css } from 'lit';

export const phoneSettingsStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  h2,
  h3 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  section {
    display: flex;
    flex-direction: column;
    gap: calc(12px * var(--space));
    padding-block: calc(16px * var(--space));
    border-block-end: 1px solid var(--line);
  }

  section:last-child {
    padding-block-end: 0;
    border-block-end: 0;
  }

  phone-diagnostics {
    margin-block-start: 16px;
  }

  .value,
  .hint,
  .messages {
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
  }

  .value,
  .time {
    font-variant-numeric: tabular-nums;
  }

  .messages {
    display: grid;
    gap: 4px;
  }

  /* A region without words takes no room, and must stay in the page to be read out later. */
  .messages:not(:has(p)) {
    margin-block-start: -12px;
  }

  .trial {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
  }

  .time {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 14px;
    line-height: 20px;
  }

  .time::before {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--danger);
  }

  .notice {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 12px;
    margin-block-start: 12px;
    padding: 14px;
    border-radius: 14px;
    background: var(--notice);
    color: var(--on-notice);
    font-size: 14px;
    line-height: 20px;
  }

  .notice :is(button, .messages) {
    grid-column: 2;
  }

  .notice :is(button, .messages:has(p)) {
    margin-block-start: 12px;
  }

  .notice .messages {
    color: inherit;
  }

  @media (hover: hover) {
    [part='button']:not([aria-disabled='true'], .main):hover {
      background: var(--raised);
    }

    .main:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--accent) 88%, #000);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .meter::before,
    [role='switch'],
    [role='switch']::before {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .meter {
      border: 1px solid CanvasText;
    }

    .meter::before,
    [aria-checked='true'],
    .time::before {
      background: Highlight;
      forced-color-adjust: none;
    }

    .notice {
      border: 1px solid CanvasText;
    }
  }
`;

import { css } from 'lit';

export const phoneDiagnosticsStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  h3 {
    margin: 0 0 8px;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  .hint,
  .status,
  .sentence {
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
  }

  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 2px 10px;
    padding-block: 8px;
    border-block-end: 1px solid var(--line);
  }

  li svg {
    margin-block-start: 1px;
    color: var(--quiet);
    font-size: 18px;
  }

  .name {
    font-size: 14px;
    font-weight: 500;
    line-height: 20px;
  }

  .status {
    line-height: 20px;
  }

  .sentence,
  .meter {
    grid-column: 2 / 4;
  }

  .meter {
    margin-block-start: 6px;
  }

  [data-status='waiting'] .name {
    color: var(--quiet);
    font-weight: 400;
  }

  [data-status='good'] svg {
    color: var(--accent);
  }

  [data-status='failed'] :is(svg, .status) {
    color: var(--danger);
  }

  [data-status='attention'] svg {
    color: light-dark(#8a6100, #f0c35c);
  }

  [data-status='running'] svg {
    color: var(--accent);
    animation: turn 1s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  .summary {
    font-size: 14px;
    font-weight: 500;
    line-height: 20px;
  }

  .summary:not(:empty) {
    margin-block: 12px 0;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 12px 8px;
  }

  @media (prefers-reduced-motion: reduce) {
    [data-status='running'] svg {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .meter {
      border: 1px solid CanvasText;
    }

    .meter::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

import { css } from 'lit';

export const callQualityStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .root {
    display: grid;
    gap: 10px;
    justify-items: center;
  }

  .notice {
    display: grid;
    gap: 10px;
    justify-self: stretch;
    font-size: 14px;
    line-height: 20px;
  }

  .notice:has([data-tone='trouble']) {
    padding: 10px 12px;
    border-radius: 12px;
    background: var(--notice);
    color: var(--on-notice);
  }

  /* The live region is there before its words are, and takes no room. */
  .notice:not(:has(.warning)) {
    position: absolute;
  }

  [part='warnings'] {
    display: grid;
    gap: 6px;
  }

  .warning {
    display: flex;
    gap: 10px;
  }

  .warning:first-child {
    font-weight: 500;
  }

  .warning[data-tone='quiet'] {
    justify-content: center;
    color: var(--quiet);
    font-size: 13px;
    font-weight: 400;
    line-height: 18px;
  }

  .notice:has([data-tone='trouble']) [data-tone='quiet'] {
    justify-content: start;
    padding-inline-start: 28px;
    color: inherit;
  }

  .warning svg {
    margin-block-start: 1px;
    font-size: 18px;
  }

  .failure {
    padding-inline-start: 28px;
  }

  [part='reconnect-button'] {
    justify-self: start;
    min-block-size: 36px;
    margin-inline-start: 28px;
    padding: 7px 14px;
    border: 1px solid currentcolor;
    border-radius: 18px;
    font-size: 14px;
    font-weight: 500;
    line-height: 20px;
    text-align: start;
  }

  [part='reconnect-button'][aria-disabled='true'] {
    opacity: 0.6;
  }

  [part='chip'] {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    padding-block: 6px;
    padding-inline: 12px 10px;
    border-radius: 16px;
    color: var(--quiet);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    line-height: 18px;
  }

  [part='chip'] svg {
    font-size: 16px;
  }

  /* What is not measured yet is told apart from what is good by its words, not by its icon alone. */
  [part='chip']:not([data-level]) > svg {
    opacity: 0.35;
  }

  [part='chip'][data-level='poor'] {
    color: var(--danger);
    font-weight: 600;
  }

  [part='chip'][data-level='fair'] {
    color: var(--text);
  }

  [part='chip'][aria-expanded='true'] {
    background: var(--raised);
  }

  [part='chip'][aria-expanded='true'] .more {
    rotate: 180deg;
  }

  .more svg {
    font-size: 14px;
  }

  #figures {
    justify-self: stretch;
  }

  #figures[hidden] {
    display: none;
  }

  dl {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    margin: 0;
  }

  .figure {
    display: grid;
    grid-template-columns: 1fr auto;
    column-gap: 6px;
    align-items: baseline;
    padding: 10px 12px;
    border-radius: 12px;
    background: var(--raised);
    font-size: 13px;
    line-height: 18px;
  }

  dt {
    color: var(--quiet);
  }

  dd {
    grid-column: 1 / -1;
    margin: 0;
  }

  .now {
    grid-column: 2;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .line {
    overflow: visible;
    inline-size: 100%;
    block-size: 32px;
    margin-block-start: 6px;
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .values {
    stroke: var(--accent);
    stroke-width: 2;
  }

  .limit {
    stroke: var(--quiet);
    stroke-dasharray: 2 4;
    stroke-width: 1;
    opacity: 0.6;
  }

  .explanation {
    margin-block-start: 10px;
    color: var(--quiet);
    font-size: 12px;
    line-height: 16px;
  }

  @media (hover: hover) {
    [part='chip']:hover {
      background: var(--raised);
    }
  }

  @media (forced-colors: active) {
    [part='chip'],
    .notice:has([data-tone='trouble']),
    .figure {
      border: 1px solid ButtonBorder;
    }

    .values {
      stroke: CanvasText;
    }

    .limit {
      stroke: GrayText;
    }
  }
`;

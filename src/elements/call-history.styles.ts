import { css } from 'lit';

export const callHistoryStyles = css`
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

  h3 {
    margin-block: 16px 4px;
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .filter {
    display: flex;
    gap: 4px;
    margin-block-start: 12px;
    padding: 3px;
    border-radius: 12px;
    background: var(--raised);
  }

  .filter button {
    flex: 1;
    min-block-size: 32px;
    border-radius: 9px;
    color: var(--quiet);
    font-size: 14px;
  }

  .filter [aria-pressed='true'] {
    background: var(--surface);
    color: var(--text);
    font-weight: 600;
    box-shadow: 0 1px 2px rgb(0 0 0 / 12%);
  }

  li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: center;
    padding-block: calc(8px * var(--space));
  }

  li + li {
    border-block-start: 1px solid var(--line);
  }

  .direction {
    grid-row: 1 / span 2;
    color: var(--quiet);
  }

  .direction svg {
    font-size: 18px;
  }

  .party {
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
    align-items: baseline;
    font-weight: 500;
    line-height: 20px;
  }

  .number {
    color: var(--quiet);
    font-size: 13px;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2;
    column-gap: 8px;
    color: var(--quiet);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    line-height: 18px;
  }

  .missed :is(.direction, .outcome) {
    color: var(--danger);
  }

  .missed .outcome {
    font-weight: 600;
  }

  [part='call-button'] {
    display: grid;
    grid-row: 1 / span 2;
    grid-column: 3;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    color: var(--accent);
  }

  [part='call-button'] svg {
    font-size: 18px;
  }

  [part='call-button'][aria-disabled='true'] {
    color: var(--quiet);
    opacity: 0.6;
  }

  [part='button'] {
    min-block-size: 36px;
    padding-inline: 14px;
    border: 1px solid var(--line);
    border-radius: 10px;
    font-size: 14px;
  }

  .wide {
    inline-size: 100%;
    margin-block-start: 12px;
  }

  .danger {
    border-color: transparent;
    background: var(--danger);
    color: var(--on-danger);
  }

  .question {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--line);
    font-size: 14px;
    line-height: 20px;
  }

  .question p {
    flex-basis: 100%;
  }

  .empty {
    padding-block: 24px 12px;
    color: var(--quiet);
    text-align: center;
  }

  .message:not(:empty) {
    margin-block-start: 8px;
    font-size: 14px;
    line-height: 20px;
  }

  @media (hover: hover) {
    [part='call-button']:not([aria-disabled='true']):hover,
    [part='button']:not(.danger):hover {
      background: var(--raised);
    }
  }

  @media (forced-colors: active) {
    [part='call-button'],
    [part='filter-button'] {
      border: 1px solid ButtonText;
    }

    .filter [aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

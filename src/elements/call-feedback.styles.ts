import { css } from 'lit';

export const callFeedbackStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: start;
    padding: 14px;
    border-radius: 14px;
    background: var(--raised);
    font-size: 14px;
    line-height: 20px;
  }

  h2 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 20px;
  }

  .measured,
  .answers,
  [part='retry-button'],
  h2 ~ .message {
    grid-column: 1 / -1;
  }

  /* It keeps clear of the button above its end. */
  .measured {
    padding-inline-end: 32px;
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
  }

  h2 ~ .message:not(:empty) {
    margin-block-start: 4px;
    color: var(--danger);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 10px;
  }

  [part='answer-button'],
  [part='retry-button'] {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 7px 14px;
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--surface);
    font-size: 14px;
    line-height: 20px;
    text-align: start;
  }

  [part='retry-button'] {
    justify-self: start;
    margin-block-start: 8px;
    font-weight: 500;
  }

  [part='answer-button'] svg {
    font-size: 16px;
  }

  [part='answer-button'].suggested {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 500;
  }

  [part='answer-button'][aria-disabled='true'] {
    opacity: 0.6;
  }

  [part='dismiss-button'] {
    display: grid;
    grid-row: 1;
    grid-column: 2;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin-block: -6px;
    margin-inline-end: -6px;
    border-radius: 50%;
    color: var(--quiet);
  }

  [part='dismiss-button'] svg {
    font-size: 18px;
  }

  @media (hover: hover) {
    [part='answer-button']:not(.suggested, [aria-disabled='true']):hover,
    [part='retry-button']:hover,
    [part='dismiss-button']:hover {
      background: color-mix(in srgb, var(--text) 14%, var(--surface));
      color: var(--text);
    }
  }

  @media (forced-colors: active) {
    .root,
    button {
      border: 1px solid ButtonBorder;
    }

    [part='answer-button'].suggested {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

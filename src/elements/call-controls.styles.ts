import { css } from 'lit';

export const callControlsStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .timer {
    min-block-size: 20px;
    margin-block-end: calc(16px * var(--space));
    color: var(--quiet);
    font-size: 15px;
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    text-align: center;
  }

  .note {
    margin-block: -8px 16px;
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
    text-align: center;
  }

  #keypad:has(call-keypad:defined) {
    margin-block-start: 18px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--line);
  }

  .buttons {
    display: flex;
    justify-content: center;
    gap: 4px;
  }

  button {
    display: grid;
    flex: 1 1 0;
    justify-items: center;
    align-content: start;
    gap: calc(8px * var(--space));
    min-inline-size: 60px;
    max-inline-size: 80px;
    border-radius: 14px;
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
  }

  .disc {
    display: grid;
    place-items: center;
    inline-size: calc(52px * var(--space));
    block-size: calc(52px * var(--space));
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--raised);
    transition:
      background-color 120ms,
      color 120ms,
      scale 120ms;
  }

  .disc svg {
    font-size: 22px;
  }

  /* Two lines where a language needs them, broken between words in Japanese too. */
  .name {
    color: var(--quiet);
    text-align: center;
    text-wrap: balance;
    word-break: auto-phrase;
  }

  :host([slim]) [part='controls'] {
    display: flex;
    align-items: center;
    gap: 12px;
  }

  :host([slim]) :is(.timer, .note) {
    min-block-size: 0;
    margin: 0;
  }

  :host([slim]) .timer:empty {
    display: none;
  }

  :host([slim]) button {
    flex: none;
    min-inline-size: 0;
  }

  :host([slim]) .disc {
    inline-size: 36px;
    block-size: 36px;
  }

  :host([slim]) .disc svg {
    font-size: 18px;
  }

  :host([slim]) .name {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  button:focus-visible {
    outline: none;
  }

  button:focus-visible .disc {
    outline: 2px solid var(--text);
    outline-offset: 2px;
  }

  button[data-on] .disc {
    background: var(--text);
    color: var(--surface);
  }

  button[part='end-button'] .disc {
    background: var(--danger);
    color: var(--on-danger);
  }

  button[aria-disabled='true']:not([data-pending]) :is(svg, .name) {
    opacity: 0.45;
  }

  button[data-pending] .disc {
    opacity: 0.6;
  }

  @media (hover: hover) {
    button:not([aria-disabled='true']):hover .disc {
      background: color-mix(in srgb, var(--text) 14%, var(--surface));
    }

    button[data-on]:not([aria-disabled='true']):hover .disc {
      background: color-mix(in srgb, var(--text) 86%, var(--surface));
    }

    button[part='end-button']:not([aria-disabled='true']):hover .disc {
      background: color-mix(in srgb, var(--danger) 88%, #000);
    }
  }

  button:not([aria-disabled='true']):active .disc {
    scale: 0.95;
  }

  @media (prefers-reduced-motion: reduce) {
    .disc {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .disc {
      border-color: ButtonText;
    }

    button[data-on] .disc {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    button[aria-disabled='true'] .disc {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

import { css } from 'lit';

/** The twelve keys, wherever they stand. */
export const keyGridStyles = css`
  .keys {
    display: grid;
    gap: calc(8px * var(--space));
  }

  .keys [role='row'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(8px * var(--space));
  }

  .keys button {
    display: grid;
    align-content: center;
    justify-items: center;
    inline-size: 100%;
    block-size: calc(52px * var(--space));
    border: 1px solid transparent;
    border-radius: 14px;
    background: var(--raised);
    transition:
      background-color 120ms,
      scale 120ms;
    user-select: none;
  }

  .key {
    font-size: 20px;
    font-weight: 500;
    line-height: 24px;
  }

  .letters {
    min-block-size: 12px;
    color: color-mix(in srgb, var(--text) 84%, var(--surface));
    font-size: 10px;
    font-weight: 600;
    letter-spacing: 0.12em;
    line-height: 12px;
    /* The space after the last letter would push them to the left. */
    margin-inline-end: -0.12em;
  }

  .letters:empty {
    display: none;
  }

  .keys button[aria-disabled='true'] > * {
    opacity: 0.45;
  }

  @media (hover: hover) {
    .keys button:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--text) 14%, var(--surface));
    }
  }

  .keys button:not([aria-disabled='true']):is(:active, [data-pressed]) {
    background: color-mix(in srgb, var(--text) 22%, var(--surface));
    scale: 0.95;
    transition-duration: 0s;
  }

  @media (prefers-reduced-motion: reduce) {
    .keys button {
      transition: none;
    }

    .keys button:not([aria-disabled='true']):is(:active, [data-pressed]) {
      scale: none;
    }
  }

  @media (forced-colors: active) {
    .keys button {
      border-color: ButtonText;
    }

    .keys button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }

    .keys button:not([aria-disabled='true']):is(:active, [data-pressed]) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

import { css } from 'lit';

/** Lists, sliders, switches, buttons and the meter. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 6px;
  }

  .caption {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }

  label,
  .label {
    font-size: 13px;
    font-weight: 500;
    line-height: 18px;
  }

  .list {
    position: relative;
  }

  .list svg {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 12px;
    translate: 0 -50%;
    font-size: 16px;
    pointer-events: none;
  }

  select {
    inline-size: 100%;
    block-size: 40px;
    margin: 0;
    padding-block: 0;
    padding-inline: 12px 36px;
    border: 1px solid color-mix(in srgb, var(--text) 48%, var(--surface));
    border-radius: 10px;
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-size: 14px;
    text-overflow: ellipsis;
    appearance: none;
    cursor: pointer;
  }

  option {
    background: var(--surface);
    color: var(--text);
  }

  .meter {
    --level: 0;
    position: relative;
    overflow: hidden;
    block-size: 8px;
    background: var(--raised);
    mask: linear-gradient(90deg, #000 calc(100% - 3px), transparent 0) 0 0 / calc((100% + 3px) / 24) 100%;
  }

  .meter::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: calc(var(--level) * 100%);
    background: var(--accent);
    transition: inline-size 60ms linear;
  }

  input[type='range'] {
    inline-size: 100%;
    block-size: 24px;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }

  [part='button'] {
    display: inline-flex;
    align-self: start;
    justify-self: start;
    align-items: center;
    gap: 8px;
    min-block-size: 36px;
    padding: 7px 14px;
    border: 1px solid color-mix(in srgb, var(--text) 48%, var(--surface));
    border-radius: 18px;
    font-size: 14px;
    font-weight: 500;
    line-height: 20px;
    text-align: start;
  }

  [part='button'] svg {
    font-size: 16px;
  }

  .main {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  [part='button'][aria-disabled='true'] {
    opacity: 0.6;
  }

  .switch {
    display: grid;
    grid-template-columns: 1fr auto;
    column-gap: 16px;
    align-items: center;
  }

  .switch .hint {
    grid-column: 1;
    grid-row: 2;
  }

  .switch label {
    font-size: 14px;
    line-height: 20px;
    cursor: pointer;
  }

  [role='switch'] {
    position: relative;
    grid-row: 1 / 3;
    grid-column: 2;
    inline-size: 40px;
    block-size: 24px;
    margin: 0;
    border: 1px solid color-mix(in srgb, var(--text) 48%, var(--surface));
    border-radius: 12px;
    background: var(--raised);
    appearance: none;
    cursor: pointer;
    transition: background-color 120ms;
  }

  [role='switch']::before {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--quiet);
    transition:
      inset-inline-start 120ms,
      background-color 120ms;
  }

  [aria-checked='true'] {
    border-color: transparent;
    background: var(--accent);
  }

  [aria-checked='true']::before {
    inset-inline-start: 19px;
    background: var(--on-accent);
  }
`;

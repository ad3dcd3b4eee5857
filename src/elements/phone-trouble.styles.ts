import { css } from 'lit';

export const phoneTroubleStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .box {
    display: grid;
    grid-template-columns: auto 1fr auto;
    column-gap: 12px;
    padding: 14px;
    border: 1px solid color-mix(in srgb, var(--danger) 34%, transparent);
    border-radius: calc(var(--radius) * 0.6);
    background: color-mix(in srgb, var(--danger) 7%, var(--surface));
    font-size: 13px;
    line-height: 19px;
  }

  .box > svg {
    grid-column: 1;
    color: var(--danger);
  }

  .words {
    grid-column: 2;
  }

  .happened {
    font-size: 14px;
    font-weight: 500;
    line-height: 20px;
  }

  .developer {
    grid-column: 2 / -1;
    margin-block-start: 8px;
    color: var(--quiet);
    font-size: 12px;
    line-height: 17px;
  }

  .developer bdi {
    display: block;
  }

  .close {
    grid-row: 1;
    grid-column: 3;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin: -6px;
    border-radius: 50%;
    color: var(--quiet);
  }

  .close svg {
    font-size: 16px;
  }

  .help {
    grid-column: 2 / -1;
    justify-self: start;
    min-block-size: 36px;
    margin-block-start: 12px;
    padding: 7px 16px;
    border: 1px solid color-mix(in srgb, var(--text) 48%, var(--surface));
    border-radius: 18px;
    color: inherit;
    font-size: 14px;
    font-weight: 500;
    line-height: 20px;
    text-align: start;
    text-decoration: none;
  }

  .help[aria-disabled='true'] {
    opacity: 0.6;
  }

  @media (hover: hover) {
    .help:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--text) 7%, transparent);
    }

    .close:hover {
      color: var(--text);
    }
  }

  @media (forced-colors: active) {
    .box {
      border-color: CanvasText;
    }

    .box > svg {
      color: CanvasText;
    }

    .help,
    .close {
      border: 1px solid ButtonBorder;
    }
  }
`;

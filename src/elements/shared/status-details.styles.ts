import { css } from 'lit';

/** What stands below the words of the status comes with its styles. */
export const statusDetailsStyles = css`
  #connection {
    margin-block-start: 8px;
    color: var(--quiet);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    line-height: 18px;
  }

  .root {
    position: relative;
  }

  /* Over the words, which are seen through it. */
  .ask {
    position: absolute;
    inset-block-start: -4px;
    inset-inline: -8px;
    block-size: 28px;
    border-radius: 8px;
    outline-offset: 0;
  }

  @media (hover: hover) {
    .ask:hover {
      background: color-mix(in srgb, var(--text) 7%, transparent);
    }
  }

  .missed {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-block-start: 10px;
    font-size: 13px;
    line-height: 18px;
  }

  .missed button {
    flex: none;
    min-block-size: 44px;
    min-inline-size: 44px;
    margin-block: -13px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  @media (forced-colors: active) {
    .ask,
    .missed button {
      border: 1px solid ButtonBorder;
    }
  }
`;

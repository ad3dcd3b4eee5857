import { css } from 'lit';

/** What stands below the words of the status comes with its styles. */
export const statusDetailsStyles = css`
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
    .missed button {
      border: 1px solid ButtonBorder;
    }
  }
`;

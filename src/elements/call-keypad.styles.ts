import { css } from 'lit';

export const callKeypadStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  /* The newest digits are the ones that matter: what does not fit goes out at the beginning. */
  .keyed {
    display: flex;
    justify-content: flex-end;
    min-block-size: 28px;
    margin-block-end: 8px;
    overflow: hidden;
    direction: ltr;
    font-size: 20px;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.06em;
    line-height: 28px;
    white-space: nowrap;
  }

  .keyed span {
    flex: none;
    margin-inline: auto;
  }

  .message {
    margin-block-start: 8px;
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
    text-align: center;
  }

  .message:empty {
    display: none;
  }

  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

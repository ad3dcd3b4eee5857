import { css } from 'lit';

export const phoneStatusStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .line {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 20px;
    font-size: 14px;
    font-weight: 500;
    line-height: 20px;
  }

  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--quiet);
    border-radius: 50%;
  }

  .dot[data-tone='ready'],
  .dot[data-tone='call'] {
    border-color: var(--accent);
    background: var(--accent);
  }

  .dot[data-tone='trouble'] {
    border-color: var(--danger);
    background: var(--danger);
  }

  @media (prefers-reduced-motion: no-preference) {
    .dot[data-tone='waiting'] {
      animation: wait 1.6s ease-in-out 3;
    }
  }

  @keyframes wait {
    50% {
      opacity: 0.3;
    }
  }
`;

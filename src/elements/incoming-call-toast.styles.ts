import { css } from 'lit';

/** The element itself takes no room: what is seen of it is its surface. */
const home = css`
  :host {
    display: block;
    position: absolute;
  }
`;

/** The surface may stand anywhere in the page, so that nothing the page says of it may hold. */
const surface = css`
  :host {
    all: initial !important;
    color-scheme: inherit !important;
    display: block !important;
    position: fixed !important;
    inset-block-start: 0 !important;
    inset-inline-end: 0 !important;
    z-index: 2147483647 !important;
    box-sizing: border-box !important;
    /* Room for the shadow, which the overflow would cut off, where the window has room. */
    inline-size: min(440px, 100vw) !important;
    max-block-size: 100dvh !important;
    padding: 16px 16px 64px !important;
    padding-inline-start: clamp(16px, 100vw - 376px, 64px) !important;
    overflow: hidden auto !important;
    overscroll-behavior: contain !important;
    pointer-events: none !important;
    user-select: none !important;
  }

  :host::before,
  :host::after {
    content: none !important;
  }

  :host(:not([data-shown])) {
    display: none !important;
  }

  .root {
    visibility: visible;
    display: grid;
    gap: 12px;
  }

  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .card {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: start;
    gap: calc(16px * var(--space)) 14px;
    padding: calc(18px * var(--space));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    pointer-events: auto;
  }

  .badge {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: calc(48px * var(--space));
    block-size: calc(48px * var(--space));
    border-radius: 50%;
    background: color-mix(in srgb, var(--accent) 14%, var(--surface));
    color: var(--accent);
  }

  .badge svg {
    font-size: 22px;
  }

  .who {
    min-inline-size: 0;
  }

  .kicker,
  .number {
    color: var(--quiet);
    font-size: 13px;
    line-height: 18px;
  }

  .number {
    font-variant-numeric: tabular-nums;
    user-select: text;
  }

  .caller {
    display: -webkit-box;
    overflow: hidden;
    font-size: 18px;
    font-weight: 600;
    line-height: 24px;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  kbd {
    padding: 1px 6px;
    border: 1px solid var(--line);
    border-radius: 6px;
    color: var(--quiet);
    font:
      500 11px / 16px ui-monospace,
      monospace;
  }

  .message {
    display: flex;
    grid-column: 1 / -1;
    gap: 10px;
    padding: 10px 12px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: var(--notice);
    color: var(--on-notice);
    font-size: 13px;
    line-height: 18px;
  }

  .message svg {
    font-size: 18px;
  }

  .buttons {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }

  button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: calc(48px * var(--space));
    padding: 0 4px;
    border: 1px solid transparent;
    border-radius: 24px;
    font-size: 15px;
    font-weight: 600;
    transition:
      background-color 120ms,
      scale 120ms;
  }

  button svg {
    font-size: 18px;
  }

  button[part='answer-button'] {
    background: var(--accent);
    color: var(--on-accent);
  }

  button[part='decline-button'] {
    background: color-mix(in srgb, var(--danger) 12%, var(--surface));
    color: var(--danger);
  }

  button[aria-disabled='true'] {
    opacity: 0.55;
  }

  button:not([aria-disabled='true']):active {
    scale: 0.98;
  }

  @media (hover: hover) {
    button[part='answer-button']:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--accent) 88%, #000);
    }

    button[part='decline-button']:not([aria-disabled='true']):hover {
      background: color-mix(in srgb, var(--danger) 20%, var(--surface));
    }
  }

  /* Across the top of a telephone, clear of what it draws there itself. */
  @media (max-width: 480px) {
    :host {
      inline-size: 100vw !important;
      padding: calc(8px + env(safe-area-inset-top, 0px)) 8px 64px !important;
    }
  }

  @media (hover: none) {
    kbd {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .message {
      border-color: CanvasText;
    }

    button {
      border-color: ButtonText;
    }

    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }

  /* Who gives up within 50 milliseconds never flashes up; who does not is seen within 100. */
  :host(:not([data-settled])) .card {
    animation: hold-back 50ms;
  }

  @media (prefers-reduced-motion: no-preference) {
    :host(:not([data-settled])) .card {
      animation: arrive 320ms cubic-bezier(0.2, 0.9, 0.3, 1) 50ms both;
    }

    .badge::after {
      position: absolute;
      inset: 0;
      border-radius: inherit;
      box-shadow: 0 0 0 0 color-mix(in srgb, var(--accent) 45%, transparent);
      content: '';
      animation: ring 1.5s ease-out 3;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
    }
  }

  @keyframes hold-back {
    from,
    to {
      opacity: 0;
    }
  }

  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 -14px;
      scale: 0.98;
    }
  }

  @keyframes ring {
    to {
      box-shadow: 0 0 0 14px transparent;
    }
  }
`;

export const incomingCallToastStyles = { home, surface };

import { css } from 'lit';

/** What of the dock is not painted first. */
export const dockStyles = css`
  :host([density='compact']) {
    --twilio-phone-density: 0.75;
  }

  .dock {
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: start;
  }

  .dock[popover] {
    grid-template-columns: minmax(0, 1fr) auto auto;
  }

  .dock:not(.minimised):is(:not(.idle), :has([open], phone-dialer:defined)) {
    inline-size: min(224px + 120px * var(--space), 100vw - 32px);
    padding: calc(18px * var(--space));
    border-radius: var(--radius);
  }

  .party,
  call-controls,
  call-quality,
  call-feedback,
  phone-dialer,
  phone-trouble {
    grid-column: 1 / -1;
  }

  phone-dialer,
  phone-trouble::part(trouble),
  call-quality::part(quality),
  call-feedback::part(feedback) {
    margin-block-start: calc(14px * var(--space));
  }

  /* Nothing of it is there before it is loaded. */
  phone-dialer:is(:not(:defined), [hidden]) {
    display: none;
  }

  /* Who looks into a panel does not dial, and needs the room. */
  .dock:has(phone-panels[open]) phone-dialer {
    display: none;
  }

  .party {
    margin-block: calc(18px * var(--space)) 4px;
    text-align: center;
  }

  .name {
    font-size: 20px;
    font-weight: 600;
    line-height: 26px;
  }

  .number {
    color: var(--quiet);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
    line-height: 20px;
  }

  .size {
    display: grid;
    grid-row: 1;
    grid-column: 3;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin-block: -6px;
    margin-inline: -1px -7px;
    border-radius: 50%;
    color: var(--quiet);
  }

  .size svg {
    font-size: 16px;
  }

  .handle {
    display: contents;
  }

  /* Until there is room for it. */
  .dock.idle:not(:has([open], phone-dialer:defined)) .handle {
    display: none;
  }

  [part='move-button'] {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: calc(50% - 32px);
    inline-size: 64px;
    block-size: 24px;
    border-radius: 12px;
    cursor: grab;
    touch-action: none;
  }

  [part='move-button']::before {
    position: absolute;
    inset-block-start: 7px;
    inset-inline: 14px;
    block-size: 4px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--text) 24%, var(--surface));
    content: '';
    transition: background-color 120ms;
  }

  [part='move-button']:focus-visible {
    outline-offset: -3px;
  }

  [part='corners'] {
    position: absolute;
    inset-block-start: 24px;
    inset-inline-start: 50%;
    z-index: 1;
    display: grid;
    grid-template-columns: repeat(4, 36px);
    gap: 4px;
    inline-size: max-content;
    margin-inline-start: -84px;
    padding: 5px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    box-shadow: var(--shadow);
    /* Left is left in every language. */
    direction: ltr;
  }

  [part='corners'][hidden] {
    display: none;
  }

  [part='corner-button'] {
    display: grid;
    place-items: center;
    block-size: 36px;
    border-radius: 11px;
    color: var(--quiet);
  }

  [part='corner-button'] svg {
    font-size: 18px;
  }

  [part='corner-button'][aria-pressed='true'] {
    background: var(--raised);
    color: var(--text);
  }

  .dock[data-moving],
  .dock[data-moving] [part='move-button'] {
    cursor: grabbing;
    user-select: none;
  }

  .dock[data-moving] {
    box-shadow:
      0 2px 4px rgb(0 0 0 / 10%),
      0 24px 64px rgb(0 0 0 / 28%);
  }

  .dock.minimised {
    align-items: center;
    max-inline-size: min(440px, 100vw - 32px);
    padding-inline-end: 15px;
    cursor: pointer;
    touch-action: none;
    user-select: none;
  }

  .dock.minimised > :is(.handle, .party, call-quality, call-feedback, phone-dialer, phone-panels),
  .dock.minimised phone-status::part(connection),
  .dock.minimised phone-status::part(connection-button),
  .dock.minimised call-controls::part(hold-button),
  .dock.minimised call-controls::part(keypad-button) {
    display: none;
  }

  .dock.minimised call-controls {
    grid-row: 1;
    grid-column: 2;
    margin-block: -8px;
  }

  @media (hover: hover) {
    .size:hover,
    [part='corner-button']:hover {
      background: var(--raised);
      color: var(--text);
    }

    [part='move-button']:hover::before {
      background: var(--quiet);
    }
  }

  @media (max-width: 480px) {
    /* A sheet along the bottom, clear of what the telephone itself draws there. */
    .dock[popover][data-place]:not(.minimised) {
      inset: auto 0 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: calc(100dvh - 32px);
      padding-block-end: calc(18px * var(--space) + env(safe-area-inset-bottom, 0px));
      border-width: 1px 0 0;
      border-radius: var(--radius) var(--radius) 0 0;
      translate: none;
    }

    .handle {
      display: none;
    }

    .dock.minimised[data-place^='bottom'] {
      inset-block-end: calc(16px + env(safe-area-inset-bottom, 0px));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    [part='move-button']::before {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .size,
    [part='corner-button'] {
      border: 1px solid ButtonText;
    }

    [part='move-button']::before,
    [part='move-button']:hover::before {
      background: ButtonText;
      forced-color-adjust: none;
    }

    [part='corner-button'][aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

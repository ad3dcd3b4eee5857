import { css } from 'lit';

/** What paints first; the rest comes with the dock's frame. */
export const twilioPhoneStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  :host([color-scheme='light']) {
    color-scheme: light !important;
  }

  :host([color-scheme='dark']) {
    color-scheme: dark !important;
  }

  .dock {
    inline-size: fit-content;
    max-inline-size: min(344px, 100vw - 32px);
    margin: 0;
    padding-block: 11px;
    padding-inline: 14px 18px;
    border: 1px solid var(--line);
    border-radius: min(var(--radius), 22px);
    background: var(--surface);
    color: inherit;
  }

  .dock:not([popover]),
  .dock:popover-open {
    display: grid;
  }

  .dock[popover] {
    position: fixed;
    inset: auto;
    z-index: 2147483646;
    box-sizing: border-box;
    max-block-size: calc(100dvh - 32px);
    overflow: auto;
    box-shadow: var(--shadow);
  }

  .dock[data-place^='bottom'] {
    inset-block-end: 16px;
  }

  .dock[data-place^='top'] {
    inset-block-start: 16px;
  }

  .dock[data-place$='right'] {
    right: 16px;
  }

  .dock[data-place$='left'] {
    left: 16px;
  }

  /* A share of the room that it leaves, so that it stays inside whatever becomes of either. */
  .dock[data-place='free'] {
    left: calc(16px + (100% - 32px) * var(--x));
    top: calc(16px + (100% - 32px) * var(--y));
    translate: round(-100% * var(--x), 1px) round(-100% * var(--y), 1px);
  }
`;

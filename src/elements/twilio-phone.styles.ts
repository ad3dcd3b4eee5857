import { css } from 'lit';

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
    grid-template-columns: 1fr auto;
    column-gap: 12px;
    align-items: start;
    inline-size: min(344px, calc(100vw - 32px));
    margin: 0;
    padding: 18px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
  }

  .dock:not([popover]),
  .dock:popover-open {
    display: grid;
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
    margin-block-start: 14px;
  }

  /* Nothing of it is there before it is loaded. */
  phone-dialer:is(:not(:defined), [hidden]) {
    display: none;
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

  .dock.idle:not(:has([open], phone-dialer:defined)) {
    inline-size: fit-content;
    max-inline-size: min(344px, calc(100vw - 32px));
    padding-block: 11px;
    padding-inline: 14px 18px;
    border-radius: min(var(--radius), 22px);
  }

  .dock.idle:not(:has([open], phone-dialer:defined)):has(phone-panels:defined) {
    padding-inline-end: 15px;
  }

  /* Who looks into a panel does not dial, and needs the room. */
  .dock:has(phone-panels[open]) phone-dialer {
    display: none;
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

  .party {
    margin-block: 18px 4px;
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
`;

import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { callVoice, openLine } from './line.js';
import type { Line } from './line.js';

/**
 * No fakes: the phone as a page has it, with the unmodified Voice SDK, real sound, and local Twilio at the other end.
 */
const meta: Meta = {
  title: 'Live/Real calls',
  tags: ['live'],
  parameters: { controls: { disable: true } },
  loaders: [async () => ({ line: await openLine() })],
};
export default meta;

export const LetAVoiceCall: StoryObj = {
  render: (_args, { loaded }) =>
    onLine(
      loaded['line'] as Line,
      html`<p>
          Press the button, then Answer, and let the browser use your microphone. You hear a voice that greets
          you, and then your own words half a second later.
        </p>
        <button type="button" @click=${callVoice}>Let a voice call me</button>
        <twilio-phone token-url="/api/twilio/token" default-country="US"></twilio-phone>`,
    ),
};

export const CallOut: StoryObj = {
  render: (_args, { loaded }) =>
    onLine(
      loaded['line'] as Line,
      html`<p>
          These are customers of local Twilio. The first answers, the second is busy, the third is never
          there.
        </p>
        <ul>
          ${(loaded['line'] as Line).customers.map(
            ({ name, phoneNumber }) =>
              html`<li><a href="tel:${phoneNumber}">${name}, ${phoneNumber}</a></li>`,
          )}
        </ul>
        <twilio-phone token-url="/api/twilio/token" default-country="US" call-links></twilio-phone>`,
    ),
};

function onLine({ isThere }: Line, page: unknown) {
  if (isThere) return html`<main class="card prose">${page}</main>`;
  return html`<main class="card prose">
    <p>This story calls for real, through local Twilio. It is there when Storybook runs on your machine:</p>
    <pre><code>npm run storybook</code></pre>
  </main>`;
}

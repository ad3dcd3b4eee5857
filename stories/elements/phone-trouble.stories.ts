import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { allErrorCodes } from '../../test/support/error-codes.js';
import type { TestPhone } from '../../test/support/test-phone.js';
import { elementMeta, openCall, phoneOf, withPhone } from '../support/element-story.js';
import { gone, press } from '../support/person.js';
import { troubledPhone } from '../support/troubled-phone.js';

const meta: Meta = { title: 'Elements/Phone trouble', ...elementMeta('phone-trouble'), tags: ['autodocs'] };
export default meta;

export const Playground: StoryObj = { args: { situation: `${openCall.replace(/:.*/, '')}: With trouble` } };

export const TryAgain: StoryObj = {
  ...withPhone(() => troubledPhone('token-request-failed')),
  play: async (context) => {
    await press('Try again');
    await waitFor(() => expect(phoneOf(context).deviceState.status).toBe('registered'));
    await gone('button');
  },
};

export const CallAgain: StoryObj = {
  ...withPhone(() => troubledPhone('callee-busy')),
  play: async (context) => {
    await press('Call again');
    await waitFor(() => expect(phoneOf(context).device.placedCalls).toHaveLength(2));
  },
};

export const Close: StoryObj = {
  ...withPhone(() => troubledPhone('callee-not-found')),
  play: async () => {
    await press('Close');
    await gone('button');
  },
};

/** The guide's first row: "Device Not Registering". */
export const TheDeviceDoesNotRegister = cards([
  'token-url-missing',
  'sign-in-required',
  'registration-failed',
  'connection-failed',
  'sdk-load-failed',
]);

/** Its second: "Incoming Calls Not Received". */
export const NoCallsCome = cards(['incoming-not-allowed', 'webhook-failed', 'application-not-found']);

/** Its third: "Capability Token Errors". */
export const TheTokenIsWrong = cards([
  'token-request-failed',
  'token-answer-invalid',
  'token-grants-missing',
  'token-invalid',
  'token-expired-on-arrival',
]);

/** Its fourth: "Audio Issues". */
export const NoSoundInCalls = cards([
  'microphone-denied',
  'microphone-missing',
  'microphone-forbidden',
  'page-not-secure',
  'media-failed',
  'speaker-failed',
]);

/** All that the phone can say of what went wrong. That a call just ended is no trouble. */
export const EveryCode = cards(allErrorCodes.filter((code) => code !== 'call-ended'));

/** Cards beside each other, one a code. */
function cards(codes: readonly PhoneErrorCode[]): StoryObj {
  return {
    loaders: [async () => ({ phones: await Promise.all(codes.map(troubledPhone)) })],
    argTypes: { situation: { table: { disable: true } } },
    render: (_args, { loaded }) =>
      html`<div class="bench">
        ${(loaded['phones'] as readonly TestPhone[]).map(
          ({ controller }, index) =>
            html`<figure>
              <figcaption>${codes[index]}</figcaption>
              <phone-trouble .controller=${controller}></phone-trouble>
            </figure>`,
        )}
      </div>`,
    play: async ({ canvasElement }) => {
      const shown = () =>
        [...canvasElement.querySelectorAll('phone-trouble')].filter(({ shadowRoot }) =>
          shadowRoot?.querySelector('[part="happened"]'),
        );
      await waitFor(() => expect(shown()).toHaveLength(codes.length));
    },
  };
}

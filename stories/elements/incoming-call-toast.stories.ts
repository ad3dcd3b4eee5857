import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { focused } from '../../test/support/accessible.js';
import { elementMeta, phoneOf, ringingCall, withPhone } from '../support/element-story.js';
import { find, gone, press } from '../support/person.js';
import { ada, ben, ringingPhone } from '../support/story-phone.js';

const meta: Meta = {
  title: 'Elements/Incoming call toast',
  ...elementMeta('incoming-call-toast'),
  tags: ['autodocs'],
  // It stands above the page, so that each needs a page of its own.
  parameters: {
    ...elementMeta('incoming-call-toast').parameters,
    docs: { story: { inline: false, height: '240px' } },
  },
};
export default meta;

export const Playground: StoryObj = { args: { situation: ringingCall } };

export const Answer: StoryObj = {
  ...withPhone(ringingPhone),
  play: async (context) => {
    await press('Answer');
    await gone('alertdialog');
    await expect(phoneOf(context).call.status).toBe('open');
  },
};

export const Decline: StoryObj = {
  ...withPhone(ringingPhone),
  play: async (context) => {
    await press('Decline');
    await gone('alertdialog');
    await expect(phoneOf(context).call.closedBy).toBe('reject');
  },
};

export const AnswerByKeyboard: StoryObj = {
  ...withPhone(ringingPhone),
  play: async (context) => {
    const answer = await find('button', 'Answer');
    await userEvent.keyboard('{F8}');
    await waitFor(() => expect(focused()).toBe(answer));
    await userEvent.keyboard('{Enter}');
    await gone('alertdialog');
    await expect(phoneOf(context).call.status).toBe('open');
  },
};

export const TwoCallers: StoryObj = {
  ...withPhone(() => ringingPhone(ada, ben)),
  play: async () => {
    await find('alertdialog', 'Incoming call from Ada Winter');
  },
};

export const NoSound: StoryObj = {
  name: 'The browser keeps the page silent',
  ...withPhone(async () => {
    const phone = await ringingPhone();
    phone.ringer.setBlocked(true);
    return phone;
  }),
};

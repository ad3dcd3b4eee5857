import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { allByRole } from '../../test/support/accessible.js';
import { registeredPhone } from '../../test/support/test-phone.js';
import { elementMeta, phoneOf, withPhone } from '../support/element-story.js';
import { press, read } from '../support/person.js';

const meta: Meta = {
  title: 'Elements/Call history',
  ...elementMeta('call-history'),
  tags: ['autodocs'],
};
export default meta;

export const Playground: StoryObj = {};

export const MissedCallsOnly: StoryObj = {
  play: async () => {
    await press(/^Missed/);
    await waitFor(() => expect(allByRole('listitem')).toHaveLength(1));
  },
};

export const CallBack: StoryObj = {
  play: async (context) => {
    await press(/^Call .*Carla Weiss/);
    await waitFor(() =>
      expect(phoneOf(context).device.placedCalls.map(({ to }) => to)).toEqual(['+12025550143']),
    );
  },
};

export const ClearIt: StoryObj = {
  play: async () => {
    await press('Clear history');
    await press('Forget them');
    await read('The history is empty now.');
  },
};

export const ThinkBetterOfClearing: StoryObj = {
  play: async () => {
    await press('Clear history');
    await press('Keep them');
    await expect(allByRole('listitem')).toHaveLength(3);
  },
};

export const NoCallsYet: StoryObj = withPhone(registeredPhone);

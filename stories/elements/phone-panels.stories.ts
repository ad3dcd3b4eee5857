import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { userEvent } from 'storybook/test';
import { elementMeta } from '../support/element-story.js';
import { find, gone, press } from '../support/person.js';

const meta: Meta = { title: 'Elements/Phone panels', ...elementMeta('phone-panels'), tags: ['autodocs'] };
export default meta;

export const Playground: StoryObj = {};

export const OpenTheHistory: StoryObj = {
  play: async () => {
    await press('History');
    await find('group', 'History');
  },
};

export const OpenTheSettings: StoryObj = {
  play: async () => {
    await press('Settings');
    await find('group', 'Settings');
  },
};

export const CloseByEscape: StoryObj = {
  play: async () => {
    await press('Settings');
    await find('group', 'Settings');
    await userEvent.keyboard('{Escape}');
    await gone('group', 'Settings');
  },
};

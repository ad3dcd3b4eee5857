import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { elementMeta, phoneOf } from '../support/element-story.js';
import { find, press, read } from '../support/person.js';

const meta: Meta = {
  title: 'Elements/Phone diagnostics',
  ...elementMeta('phone-diagnostics'),
  tags: ['autodocs'],
};
export default meta;

export const Playground: StoryObj = {};

export const CheckMyPhone: StoryObj = {
  play: async (context) => {
    const { audio } = phoneOf(context);
    await press('Start the check');
    await read('Being checked: Microphone');
    await waitFor(() => expect(audio.meters).toBeGreaterThan(0));
    audio.hear(0.2);
    await find('meter', 'Microphone level');
  },
};

export const StopTheCheck: StoryObj = {
  play: async () => {
    await press('Start the check');
    await press('Stop');
    await find('button', 'Check again');
  },
};

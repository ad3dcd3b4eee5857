import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { elementMeta, phoneOf } from '../support/element-story.js';
import { gone, press, read } from '../support/person.js';
import { ada } from '../support/story-phone.js';

const meta: Meta = { title: 'Elements/Phone status', ...elementMeta('phone-status'), tags: ['autodocs'] };
export default meta;

export const Playground: StoryObj = {};

export const Ready: StoryObj = {
  play: async () => {
    await read('Ready for calls');
  },
};

export const ACallWasMissed: StoryObj = {
  play: async (context) => {
    phoneOf(context).ring(ada).emit({ type: 'cancel' });
    await read('Missed call from Ada Winter');
    await press('Dismiss');
    await gone('button', 'Dismiss');
  },
};

export const DoNotDisturb: StoryObj = {
  play: async (context) => {
    await phoneOf(context).controller.unregister();
    await gone('button', 'Ready for calls');
  },
};

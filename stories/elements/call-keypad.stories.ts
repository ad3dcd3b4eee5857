import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import type { FakeCallPort } from '../../test/support/fake-ports.js';
import { elementMeta, openCall } from '../support/element-story.js';
import { find, press } from '../support/person.js';
import { talkingPhone } from '../support/story-phone.js';

const meta: Meta = { title: 'Elements/Call keypad', ...elementMeta('call-keypad'), tags: ['autodocs'] };
export default meta;

export const Playground: StoryObj = { args: { situation: openCall } };

export const PressKeys: StoryObj = {
  loaders: [talkingPhone],
  play: async ({ loaded }) => {
    await press(/^1/);
    await press(/^2/);
    await press('#');
    await expect(sentBy(loaded)).toEqual(['sendDigits(1)', 'sendDigits(2)', 'sendDigits(#)']);
  },
};

export const TypeThem: StoryObj = {
  loaders: [talkingPhone],
  play: async ({ loaded }) => {
    (await find('button', /^5/)).focus();
    await userEvent.keyboard('42');
    await expect(sentBy(loaded)).toEqual(['sendDigits(4)', 'sendDigits(2)']);
  },
};

function sentBy(loaded: Record<string, unknown>): readonly string[] {
  const { commands } = loaded['port'] as FakeCallPort;
  return commands.filter((command) => command.startsWith('sendDigits'));
}

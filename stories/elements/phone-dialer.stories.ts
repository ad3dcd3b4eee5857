import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { loadPhoneNumbers } from '../../src/elements/shared/load-phone-numbers.js';
import { elementMeta, phoneOf } from '../support/element-story.js';
import { find, press } from '../support/person.js';
import { readyPhone } from '../support/story-phone.js';

const meta: Meta = { title: 'Elements/Phone dialer', ...elementMeta('phone-dialer'), tags: ['autodocs'] };
export default meta;

const american = {
  args: { 'default-country': 'US' },
  loaders: [
    async () => {
      await loadPhoneNumbers();
      return { phone: await readyPhone() };
    },
  ],
};

export const Playground: StoryObj = { args: { 'default-country': 'US' } };

export const Dial: StoryObj = {
  ...american,
  play: async (context) => {
    await userEvent.type(await find('textbox', 'Phone number'), '2025550143');
    await press('Call');
    await waitFor(() => expect(numbersOf(context)).toEqual(['+12025550143']));
  },
};

export const DialByKeypad: StoryObj = {
  ...american,
  play: async () => {
    await press('Keypad');
    for (const digit of ['2', '0', '2']) await press(new RegExp(`^${digit}`));
    await expect((await find('textbox', 'Phone number')) as HTMLInputElement).toHaveValue('(202)');
  },
};

export const ANumberThatIsTooShort: StoryObj = {
  ...american,
  play: async (context) => {
    await userEvent.type(await find('textbox', 'Phone number'), '+4412{Enter}');
    await waitFor(async () =>
      expect(await find('textbox', 'Phone number')).toHaveAccessibleDescription(/too short/),
    );
    await expect(numbersOf(context)).toEqual([]);
  },
};

export const GiveUpWhileItRings: StoryObj = {
  ...american,
  play: async (context) => {
    const phone = phoneOf(context);
    phone.device.hesitates = true;
    await userEvent.type(await find('textbox', 'Phone number'), '2025550143{Enter}');
    await find('button', 'End call');
    const [port] = phone.device.placedCalls;
    if (port) port.hesitates = false;
    await press('End call');
    await find('button', 'Call');
    await expect(phone.call.status).toBe('closed');
  },
};

function numbersOf(context: Parameters<typeof phoneOf>[0]): readonly string[] {
  return phoneOf(context).device.placedCalls.map(({ to }) => to);
}

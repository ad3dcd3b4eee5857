import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { elementMeta, openCall, phoneOf, withPhone } from '../support/element-story.js';
import { find, gone, press } from '../support/person.js';
import { talkingPhone } from '../support/story-phone.js';

const meta: Meta = { title: 'Elements/Call controls', ...elementMeta('call-controls'), tags: ['autodocs'] };
export default meta;

const inACall = withPhone(async () => (await talkingPhone()).phone);

export const Playground: StoryObj = { args: { situation: openCall } };

export const Mute: StoryObj = {
  ...inACall,
  play: async (context) => {
    await press('Mute');
    await find('button', 'Unmute');
    await expect(phoneOf(context).call.isMuted).toBe(true);
  },
};

export const Unmute: StoryObj = {
  ...inACall,
  play: async (context) => {
    await press('Mute');
    await press('Unmute');
    await find('button', 'Mute');
    await expect(phoneOf(context).call.isMuted).toBe(false);
  },
};

export const Hold: StoryObj = {
  ...inACall,
  play: async (context) => {
    await press('Hold');
    await find('button', 'Resume');
    await expect(phoneOf(context).call.isOnHold).toBe(true);
  },
};

export const Resume: StoryObj = {
  ...inACall,
  play: async (context) => {
    await press('Hold');
    await press('Resume');
    await find('button', 'Hold');
    await expect(phoneOf(context).call.isOnHold).toBe(false);
  },
};

export const OpenTheKeypad: StoryObj = {
  ...inACall,
  play: async () => {
    await press('Keypad');
    await find('grid', 'Keypad');
  },
};

export const EndTheCall: StoryObj = {
  ...inACall,
  play: async (context) => {
    await press('End call');
    await gone('toolbar');
    await expect(phoneOf(context).call.status).toBe('closed');
  },
};

export const HoldIsNotAvailable: StoryObj = {
  ...withPhone(async () => {
    const { phone, port } = await talkingPhone();
    port.emit({ type: 'hold-available', isHoldAvailable: false });
    return phone;
  }),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { TestPhone } from '../../test/support/test-phone.js';
import { elementMeta, phoneOf, withPhone } from '../support/element-story.js';
import { gone, press, read } from '../support/person.js';
import { talkingPhone } from '../support/story-phone.js';

const meta: Meta = { title: 'Elements/Call feedback', ...elementMeta('call-feedback'), tags: ['autodocs'] };
export default meta;

async function phoneAfterCall(warning?: string): Promise<TestPhone> {
  const { phone, port } = await talkingPhone();
  if (warning) port.emit({ type: 'warning', name: warning });
  port.emit({ type: 'disconnect' });
  return phone;
}

const afterACall = withPhone(() => phoneAfterCall());

export const Playground: StoryObj = afterACall;

export const Good: StoryObj = {
  ...afterACall,
  play: async (context) => {
    await press('Good');
    await read('Thank you.');
    await expect(phoneOf(context).call.feedback?.score).toBe(5);
  },
};

export const ThereWasAnEcho: StoryObj = {
  ...afterACall,
  play: async (context) => {
    await press('There was an echo');
    await read('Thank you.');
    await expect(phoneOf(context).call.feedback?.issue).toBe('echo');
  },
};

export const WhatWasMeasuredComesFirst: StoryObj = withPhone(() => phoneAfterCall('high-packet-loss'));

export const NoAnswer: StoryObj = {
  ...afterACall,
  play: async () => {
    await press('Do not answer');
    await gone('group', 'How was the call?');
  },
};

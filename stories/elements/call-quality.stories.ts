import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import type { FakeCallPort } from '../../test/support/fake-ports.js';
import { seconds } from '../../test/support/samples.js';
import { elementMeta, openCall } from '../support/element-story.js';
import { press, read } from '../support/person.js';
import { talkingPhone } from '../support/story-phone.js';

const meta: Meta = { title: 'Elements/Call quality', ...elementMeta('call-quality'), tags: ['autodocs'] };
export default meta;

export const Playground: StoryObj = { args: { situation: openCall } };

export const LookAtTheFigures: StoryObj = {
  loaders: [talkingPhone],
  play: async ({ canvasElement }) => {
    await press('Good sound');
    await waitFor(() => expect(canvasElement.querySelector('call-quality')).toHaveAttribute('open'));
  },
};

export const PoorSound: StoryObj = {
  loaders: [talkingPhone],
  play: async ({ loaded }) => {
    const port = loaded['port'] as FakeCallPort;
    for (const sample of seconds(20, { mos: 2.1, packetLossFraction: 0.14 })) port.measure(sample);
    port.emit({ type: 'warning', name: 'high-packet-loss' });
    await read('the connection loses sound');
  },
};

export const ReconnectTheSound: StoryObj = {
  loaders: [talkingPhone],
  play: async ({ loaded }) => {
    const port = loaded['port'] as FakeCallPort;
    port.emit({ type: 'warning', name: 'low-bytes-received' });
    await press('Reconnect the sound');
    await waitFor(() => expect(port.commands).toContain('reconnectSound'));
  },
};

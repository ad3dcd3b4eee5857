import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import brandStyles from '../../demo/examples/brand.css?raw';
import { elementMeta, openCall, phoneOf, withPhone } from '../support/element-story.js';
import { find, gone, press, read } from '../support/person.js';
import { ada, ringingPhone } from '../support/story-phone.js';

const meta: Meta = {
  title: 'Elements/Twilio phone',
  ...elementMeta('twilio-phone', 'pane'),
  tags: ['autodocs'],
  args: { ...elementMeta('twilio-phone').args, dock: 'none' },
};
export default meta;

export const Playground: StoryObj = {};

export const InACall: StoryObj = { args: { situation: openCall } };

export const SomebodyCalls: StoryObj = {
  ...withPhone(ringingPhone),
  parameters: { docs: { story: { inline: false, height: '360px' } } },
  play: async () => {
    await find('alertdialog', 'Incoming call from Ada Winter');
  },
};

export const InItsCorner: StoryObj = {
  args: { dock: 'bottom-right' },
  parameters: { docs: { story: { inline: false, height: '320px' } } },
  play: async () => {
    await read('Ready for calls');
  },
};

export const AWholeCall: StoryObj = {
  parameters: { docs: { story: { inline: false, height: '480px' } } },
  play: async (context) => {
    const phone = phoneOf(context);
    await read('Ready for calls');
    phone.ring(ada);
    await press('Answer');
    await press('Mute');
    await find('button', 'Unmute');
    await press('Hold');
    await find('button', 'Resume');
    await press('Keypad');
    await press('End call');
    await gone('toolbar', 'Call controls');
    await expect(phone.call.closedBy).toBe('disconnect');
  },
};

export const OpenTheSettings: StoryObj = {
  play: async () => {
    await press('Settings');
    await find('group', 'Settings');
  },
};

/** The page's own layout, in place of the dock. */
export const LayoutOfItsOwn: StoryObj = {
  args: { situation: openCall },
  render: (_args, context) =>
    html`<div class="card">
      <twilio-phone .controller=${phoneOf(context).controller}>
        <phone-status></phone-status>
        <call-controls></call-controls>
        <call-quality></call-quality>
      </twilio-phone>
    </div>`,
};

/** `demo/examples/brand.css`, as the example page wears it. */
export const BrandColours: StoryObj = {
  args: { situation: openCall },
  render: (_args, context) =>
    html`<div class="pane">
      ${styleElement(brandStyles)}
      <twilio-phone dock="none" .controller=${phoneOf(context).controller}></twilio-phone>
    </div>`,
};

function styleElement(text: string): HTMLStyleElement {
  const element = document.createElement('style');
  element.textContent = text;
  return element;
}

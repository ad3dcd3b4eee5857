/** Where the phone's dock stands, and how large: as the page says, and as a person made it. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { byRole } from '../../test/support/accessible.js';
import { elementMeta, openCall, ringingCall } from '../support/element-story.js';
import { find, gone, press, read } from '../support/person.js';

const meta: Meta = {
  title: 'Elements/Twilio phone/Dock',
  ...elementMeta('twilio-phone', 'pane'),
  args: { ...elementMeta('twilio-phone').args, dock: 'bottom-right' },
};
export default meta;

/** The dock's sides that touch the window's edge, but for the gap. */
async function standsAt(...sides: readonly ('left' | 'right' | 'top' | 'bottom')[]): Promise<void> {
  await waitFor(async () => {
    const { left, top, right, bottom } = byRole('region', 'Phone').getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const gaps = { left, top, right: clientWidth - right, bottom: clientHeight - bottom };
    for (const side of sides) await expect(Math.round(gaps[side])).toBe(16);
  });
}

export const BottomRight: StoryObj = {
  play: async () => {
    await read('Ready for calls');
    await standsAt('right', 'bottom');
  },
};

export const BottomLeft: StoryObj = {
  args: { dock: 'bottom-left' },
  play: () => standsAt('left', 'bottom'),
};

export const TopRight: StoryObj = {
  args: { dock: 'top-right' },
  play: () => standsAt('right', 'top'),
};

export const TopLeft: StoryObj = {
  args: { dock: 'top-left', situation: openCall },
  play: () => standsAt('left', 'top'),
};

export const Compact: StoryObj = {
  args: { density: 'compact', situation: openCall },
  play: async () => {
    await find('toolbar', 'Call controls');
  },
};

export const CompactWhileSomebodyCalls: StoryObj = {
  args: { density: 'compact', situation: ringingCall },
  play: async () => {
    await find('alertdialog', /Incoming call/);
  },
};

export const Minimised: StoryObj = {
  play: async () => {
    await press('Minimise the phone');
    await find('button', 'Open the phone');
    await gone('button', 'Settings');
  },
};

/** What a call needs in a hurry stays: the clock, mute, and its end. */
export const MinimisedInACall: StoryObj = {
  args: { situation: openCall },
  play: async () => {
    await press('Minimise the phone');
    await find('button', 'Open the phone');
    await find('button', 'Mute');
    await gone('button', 'Keypad');
  },
};

export const ChoosingACorner: StoryObj = {
  play: async () => {
    await press('Move the phone');
    await find('button', 'Top left');
  },
};

export const MovedByAPerson: StoryObj = {
  play: async () => {
    await press('Move the phone');
    await press('Top left');
    await standsAt('left', 'top');
  },
};

export const MovedInACall: StoryObj = {
  args: { situation: openCall },
  play: async () => {
    await press('Move the phone');
    await press('Bottom left');
    await standsAt('left', 'bottom');
    await find('toolbar', 'Call controls');
  },
};

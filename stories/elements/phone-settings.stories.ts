import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { elementMeta, phoneOf, withPhone } from '../support/element-story.js';
import { find, press } from '../support/person.js';
import { readyPhone } from '../support/story-phone.js';

const meta: Meta = { title: 'Elements/Phone settings', ...elementMeta('phone-settings'), tags: ['autodocs'] };
export default meta;

export const Playground: StoryObj = {};

export const ChooseAMicrophone: StoryObj = {
  play: async (context) => {
    const list = (await find('combobox', 'Microphone')) as HTMLSelectElement;
    const headset = [...list.options].find(({ label }) => label.includes('Headset'));
    await userEvent.selectOptions(list, headset?.value ?? '');
    await waitFor(() => expect(phoneOf(context).audio.getState().microphone.used?.id).toBe('headset-in'));
  },
};

export const SwitchEchoCancellationOff: StoryObj = {
  play: async (context) => {
    await press(/^Echo cancellation/, 'switch');
    await waitFor(() => expect(phoneOf(context).audio.getState().settings.echoCancellation).toBe(false));
  },
};

export const TurnTheRingDown: StoryObj = {
  play: async (context) => {
    const slider = (await find('slider', 'Ring volume')) as HTMLInputElement;
    await fireEvent.input(slider, { target: { value: slider.min } });
    await waitFor(() => expect(phoneOf(context).audio.getState().settings.ringVolume).toBe(0));
  },
};

export const TestTheSound: StoryObj = {
  play: async (context) => {
    await press('Test my sound');
    await expect(phoneOf(context).audio.commands).toContain('playTestSound(speaker)');
  },
};

export const TheMicrophoneHears: StoryObj = {
  play: async (context) => {
    const { audio } = phoneOf(context);
    await waitFor(() => expect(audio.meters).toBeGreaterThan(0));
    audio.hear(0.6);
    await waitFor(async () => expect((await find('meter', 'Microphone level')).ariaValueNow).toBe('60'));
  },
};

export const AllowTheMicrophone: StoryObj = {
  ...withPhone(async () => {
    const phone = await readyPhone();
    phone.audio.set({ areLabelsKnown: false });
    return phone;
  }),
  play: async (context) => {
    await press('Allow the microphone');
    await expect(phoneOf(context).audio.commands).toContain('askForPermission');
  },
};

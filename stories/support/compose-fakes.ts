import type { Decorator } from '@storybook/web-components-vite';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { TestComposer } from '../../test/support/test-composer.js';

const { composer } = TwilioPhone;

/** Every phone is a fake one, but for the stories that are tagged `live`: those get what a page would get. */
export const composeFakes: Decorator = (story, { tags }) => {
  TwilioPhone.composer = tags.includes('live') ? composer : new TestComposer();
  return story();
};

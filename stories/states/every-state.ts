/** The stories of `Every state`: all elements of one phone, beside each other, in one situation of a call. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TestPhone } from '../../test/support/test-phone.js';
import { showBench } from '../support/bench.js';
import { callSituations } from './call-situations.js';
import { nameOf, titleOf } from './name-situation.js';
import { playSituation } from './play-situation.js';

const meta: Meta = {
  excludeStories: ['storyNamed'],
  parameters: { controls: { disable: true } },
};
export default meta;

/** Called at the end of this file, once for each name: .storybook/state-stories.ts adds that. */
export function storyNamed(name: string): StoryObj {
  return {
    name,
    loaders: [
      async ({ title }) => {
        const situation = callSituations.find((one) => titleOf(one) === title && nameOf(one) === name);
        if (!situation) throw new Error(`There is no "${name}" in "${title}".`);
        return { phone: await playSituation(situation) };
      },
    ],
    render: (_args, { loaded }) => showBench(loaded['phone'] as TestPhone),
  };
}

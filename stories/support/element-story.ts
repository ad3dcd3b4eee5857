/** What the stories of one element share: which phone it has, and its attributes as controls. */
import type { ArgTypes, Meta, StoryContext } from '@storybook/web-components-vite';
import type { TestPhone } from '../../test/support/test-phone.js';
import { callSituations } from '../states/call-situations.js';
import { nameOf, titleOf } from '../states/name-situation.js';
import { playSituation } from '../states/play-situation.js';
import { attributesOf } from './manifest.js';
import type { ManifestAttribute } from './manifest.js';
import { readyPhone } from './story-phone.js';

const ready = 'Ready for calls';
const situations = new Map(callSituations.map((one) => [`${titleOf(one)}: ${nameOf(one)}`, one]));

/** A situation of a call by its place in the sidebar, for `args`. */
export const openCall = 'Every state/Incoming/Open: Plain';
export const ringingCall = 'Every state/Incoming/Pending: Plain';

type ElementTag = keyof HTMLElementTagNameMap & `${string}-${string}`;

/** The element with its attributes, of a phone in the situation that is chosen, or that the story brings along. */
export function elementMeta(component: ElementTag, className = 'card'): Omit<Meta, 'title'> {
  const attributes = attributesOf(component);
  return {
    component,
    args: { situation: ready },
    argTypes: { situation: situationControl, ...controlsFor(attributes) },
    parameters: { controls: { include: ['situation', ...attributes.map(({ name }) => name)] } },
    loaders: [async ({ args }) => ({ phone: await phoneIn(args['situation']) })],
    render: (args, context) => {
      const box = document.createElement('div');
      box.className = className;
      box.append(createElement(component, args, phoneOf(context)));
      return box;
    },
  };
}

/** The phone that a story's loader made; the story's own comes after its element's. */
export function phoneOf({ loaded }: Pick<StoryContext, 'loaded'>): TestPhone {
  return loaded['phone'] as TestPhone;
}

/** A story's own phone, in place of a situation. */
export function withPhone(make: () => Promise<TestPhone> | TestPhone) {
  return {
    loaders: [async () => ({ phone: await make() })],
    argTypes: { situation: { table: { disable: true } } },
  };
}

function createElement(tag: ElementTag, args: Record<string, unknown>, phone: TestPhone): HTMLElement {
  const element = document.createElement(tag) as HTMLElement & { controller: unknown };
  element.controller = phone.controller;
  for (const { name } of attributesOf(tag)) {
    const value = args[name];
    if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (typeof value === 'string' && value !== '') element.setAttribute(name, value);
  }
  return element;
}

async function phoneIn(name: unknown): Promise<TestPhone> {
  const situation = situations.get(String(name));
  return situation ? playSituation(situation) : readyPhone();
}

const situationControl: ArgTypes[string] = {
  name: 'situation',
  description: 'Not an attribute: what the fake phone is doing.',
  options: [ready, ...situations.keys()],
  control: { type: 'select' },
  table: { category: 'story' },
};

function controlsFor(attributes: readonly ManifestAttribute[]): ArgTypes {
  return Object.fromEntries(
    attributes.map(({ name, type, description }) => [
      name,
      {
        name,
        description,
        control: { type: type?.text === 'boolean' ? 'boolean' : 'text' },
        table: { category: 'attributes' },
      },
    ]),
  );
}

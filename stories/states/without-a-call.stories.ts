import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../../test/support/fake-ports.js';
import type { TestPhone } from '../../test/support/test-phone.js';
import { showBench } from '../support/bench.js';
import { ada, freshPhone, readyPhone, ringingPhone } from '../support/story-phone.js';
import { troubledPhone } from '../support/troubled-phone.js';

/** All elements of one phone while there is no call. */
const meta: Meta = { title: 'Every state/Without a call', parameters: { controls: { disable: true } } };
export default meta;

export const NeverRegistered = bench(freshPhone);

export const Registering = bench(async () => {
  const phone = freshPhone();
  phone.device.hesitates = true;
  phone.controller.register().catch(() => undefined);
  await settle();
  phone.device.emit({ type: 'registering' });
  return phone;
});

export const Registered = bench(readyPhone);

export const RegisteredWithoutSound = bench(async () => {
  const phone = await readyPhone();
  phone.ringer.setBlocked(true);
  return phone;
});

export const ConnectionLost = bench(async () => {
  const phone = await readyPhone();
  const error = new PhoneError('connection-failed', 'The connection is lost.', { recoverable: true });
  phone.device.hesitates = true;
  phone.device.emit({ type: 'error', error });
  phone.device.emit({ type: 'unregistered' });
  await settle();
  return phone;
});

export const DoNotDisturb = bench(async () => {
  const phone = await readyPhone();
  await phone.controller.unregister();
  return phone;
});

export const SignedOut = bench(async () => {
  const phone = await readyPhone();
  await phone.controller.signOut();
  return phone;
});

export const SignInRequired = bench(() => troubledPhone('sign-in-required'));

export const NotSetUp = bench(() => troubledPhone('token-grants-missing'));

export const ACallWasMissed = bench(async () => {
  const phone = await ringingPhone(ada);
  phone.device.emit({ type: 'registered', identity: 'alice', edge: 'ashburn' });
  await phone.controller.ignoreCall();
  return phone;
});

export const Destroyed = bench(async () => {
  const phone = await readyPhone();
  await phone.controller.destroy();
  return phone;
});

function bench(make: () => Promise<TestPhone> | TestPhone): StoryObj {
  return {
    loaders: [async () => ({ phone: await make() })],
    render: (_args, { loaded }) => showBench(loaded['phone'] as TestPhone),
  };
}

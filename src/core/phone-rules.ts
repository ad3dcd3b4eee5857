/** Which commands the phone itself would take now: those that are about no call. */
import { PhoneError } from './phone-error.js';
import type { Command, PhoneCommand, PhoneState } from './phone-state.js';

const phoneRules: Readonly<Record<PhoneCommand, (state: PhoneState) => boolean>> = {
  register: ({ device }) => device.status === 'unregistered',
  unregister: ({ device }) => device.isWanted || device.status !== 'unregistered',
  // Placing a call makes the SDK forget, without a word to anybody, every call that rings.
  makeCall: ({ calls }) => calls.length === 0,
  signOut: () => true,
  destroy: () => true,
};

/** Whether it is a command to the phone, and would be taken now. */
export function canPhone(state: PhoneState, command: Command): boolean {
  return isPhoneCommand(command) && isAllowed(state, command);
}

/** Throws `invalid-state` unless the phone would take the command now. */
export function requirePhoneCommand(state: PhoneState, command: PhoneCommand): void {
  if (!isAllowed(state, command)) throw refused(command, `the device is ${state.device.status}`);
}

/** What a command that is not taken rejects with. */
export function refused(command: Command, reason: string): PhoneError {
  return new PhoneError('invalid-state', `${command} is not possible: ${reason}.`, {
    parameters: { command },
  });
}

function isPhoneCommand(command: Command): command is PhoneCommand {
  return command in phoneRules;
}

function isAllowed(state: PhoneState, command: PhoneCommand): boolean {
  const { device } = state;
  return device.status !== 'destroyed' && !device.pending.includes(command) && phoneRules[command](state);
}

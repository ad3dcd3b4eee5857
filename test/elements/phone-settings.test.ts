import { expect } from '@open-wc/testing';
import { PhoneError } from '../../src/core/phone-error.js';
import type { NotificationPermissionPort } from '../../src/core/notification-permission.js';
import type { PhoneSettingsPanel } from '../../src/elements/phone-settings.js';
import { allByRole, byRole } from '../support/accessible.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import { linesOf, pick, said, showSettings } from '../support/settings-scenes.js';
import { device, showDevices } from '../support/sound-devices.js';
import { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: PhoneSettingsPanel;

async function show(notifications: NotificationPermissionPort | null = null): Promise<void> {
  element = await showSettings(phone, 'en', notifications);
}

beforeEach(() => {
  phone = new TestPhone();
  showDevices(phone);
});

describe('<phone-settings> and the devices', () => {
  it('lists every device by name, and what the default is', async () => {
    await show();
    expect(linesOf('Microphone')).to.deep.equal(['> System default (Built-in)', 'Built-in', 'Headset']);
    expect(linesOf('Speaker')).to.deep.equal(['> System default (Speakers)', 'Speakers', 'Headset']);
    expect(linesOf('Ring device')).to.deep.equal(['> System default (Speakers)', 'Speakers', 'Headset']);
    await expect(element).to.be.accessible();
  });

  const choices: readonly [string, string, string][] = [
    ['Microphone', 'Headset', 'choose(microphone, headset-in)'],
    ['Speaker', 'Headset', 'choose(speaker, headset-out)'],
    ['Ring device', 'Speakers', 'choose(ringer, speakers)'],
  ];
  for (const [name, label, command] of choices) {
    it(`chooses a ${name.toLowerCase()}, and the default again`, async () => {
      await show();
      await pick(name, label);
      expect(phone.audio.commands).to.deep.equal([command]);
      expect(linesOf(name)).to.include(`> ${label}`);
      await pick(name, linesOf(name)[0] ?? '');
      expect(phone.audio.commands.at(-1)).to.equal(command.replace(/, .*\)/, ', default)'));
    });
  }

  it('says of a chosen device that is not there what is used instead, and forgets it when it is back', async () => {
    const headset = device('headset-in', 'Headset');
    const { microphone } = phone.audio.getState();
    phone.audio.set({ microphone: { ...microphone, wanted: headset, used: headset } });
    await show();
    expect(said()).to.deep.equal([]);
    const left = microphone.devices.filter(({ id }) => id !== headset.id);
    phone.audio.set({ microphone: { ...microphone, devices: left, wanted: headset, used: null } });
    await rendered();
    expect(linesOf('Microphone').at(-1)).to.equal('> Headset (not connected, using the default)');
    expect(said()).to.deep.equal(['Headset is not connected. The default is used until it is back.']);
    await expect(element).to.be.accessible();
    phone.audio.set({ microphone: { ...microphone, wanted: headset, used: headset } });
    await rendered();
    expect(linesOf('Microphone').at(-1)).to.equal('> Headset');
    expect(said()).to.deep.equal([]);
  });

  it('tells twins apart, gives the nameless a number, and shows a name from outside as text', async () => {
    const devices = [device('1', 'Jabra'), device('2', 'Jabra'), device('3', ''), device('4', '<b>x</b>')];
    phone.audio.set({ microphone: { ...phone.audio.getState().microphone, devices, systemDefault: null } });
    await show();
    expect(linesOf('Microphone')).to.deep.equal([
      '> System default',
      'Jabra',
      'Jabra (2)',
      'Device 3',
      '<b>x</b>',
    ]);
  });

  it('says when there is no microphone, and shows neither meter nor test then', async () => {
    const { microphone } = phone.audio.getState();
    phone.audio.set({ microphone: { ...microphone, devices: [], systemDefault: null } });
    await show();
    expect(said()).to.deep.equal(['No microphone is connected.']);
    expect(allByRole('meter')).to.have.length(0);
    expect(allByRole('button', 'Test my microphone')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('says in words where the browser cannot choose a loudspeaker, and offers no list', async () => {
    const { speaker, ringer } = phone.audio.getState();
    const impossible = { isChoicePossible: false, devices: [], systemDefault: null };
    phone.audio.set({ speaker: { ...speaker, ...impossible }, ringer: { ...ringer, ...impossible } });
    await show();
    expect(allByRole('combobox')).to.have.length(1);
    expect(said()).to.deep.equal([
      'This browser plays all sound on the default device. Choose another one in the system settings.',
    ]);
    expect(byRole('slider', 'Ring volume')).to.be.instanceOf(HTMLElement);
    await expect(element).to.be.accessible();
  });

  it('goes back to what is used when a device cannot be put to use, and says why', async () => {
    await show();
    phone.audio.failure = new PhoneError('speaker-failed', '');
    await pick('Speaker', 'Headset');
    expect(linesOf('Speaker')[0]).to.equal('> System default (Speakers)');
    expect(said()).to.deep.equal(['That loudspeaker does not play. Check it, or choose another one.']);
    await pick('Speaker', 'Headset');
    expect(said()).to.deep.equal([]);
  });
});

describe('<phone-settings> before the microphone is permitted', () => {
  beforeEach(() => phone.audio.set({ areLabelsKnown: false }));

  it('says why it should be, asks at a click, and shows the meter then', async () => {
    await show();
    expect(allByRole('meter')).to.have.length(0);
    expect(phone.audio.meters).to.equal(0);
    await expect(element).to.be.accessible();
    await clickWithMouse(byRole('button', 'Allow the microphone'));
    expect(phone.audio.commands).to.deep.equal(['askForPermission']);
    expect(allByRole('button', 'Allow the microphone')).to.have.length(0);
    await until(() => phone.audio.meters === 1);
  });

  it('says what to do in this browser when it is refused, and lets the person try again', async () => {
    await show();
    phone.audio.failure = new PhoneError('microphone-denied', '');
    await clickWithMouse(byRole('button', 'Allow the microphone'));
    expect(said()).to.deep.equal([
      'The browser keeps this page from the microphone. Click the icon left of the address, allow the microphone there, and come back.',
    ]);
    await expect(element).to.be.accessible();
    await clickWithMouse(byRole('button', 'Allow the microphone'));
    expect(allByRole('meter')).to.have.length(1);
  });

  it('does not say of a remembered device that it is gone: nobody knows yet', async () => {
    const { microphone } = phone.audio.getState();
    phone.audio.set({ microphone: { ...microphone, devices: [], wanted: device('x', 'Headset') } });
    await show();
    expect(linesOf('Microphone').at(-1)).to.equal('> Headset');
    expect(said()).to.deep.equal([]);
  });
});

describe("<phone-settings> and the browser's silence", () => {
  it('offers the click that ends it, and is quiet about it then', async () => {
    await show();
    expect(allByRole('button', 'Click once to switch sound on')).to.have.length(0);
    phone.ringer.setBlocked(true);
    await rendered();
    expect(byRole('button', 'Click once to switch sound on')).to.be.instanceOf(HTMLElement);
    await expect(element).to.be.accessible();
    phone.ringer.setBlocked(false);
    await rendered();
    expect(allByRole('button', 'Click once to switch sound on')).to.have.length(0);
  });
});

describe('<phone-settings> and notifications', () => {
  class FakePermission implements NotificationPermissionPort {
    permission: 'default' | 'granted' | 'denied' = 'default';
    answer: 'granted' | 'denied' = 'granted';
    listeners = new Set<() => void>();
    getPermission() {
      return this.permission;
    }
    subscribe(listener: () => void) {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    }
    async ask() {
      this.permission = this.answer;
      for (const listener of this.listeners) listener();
      return Promise.resolve();
    }
  }

  const answers = [
    ['granted', 'Calls are shown when this page is hidden.'],
    ['denied', 'The browser keeps this page from showing calls. Allow notifications beside the address bar.'],
  ] as const;
  for (const [answer, words] of answers) {
    it(`asks for them at a click only, and says what came of it: ${answer}`, async () => {
      const permission = new FakePermission();
      permission.answer = answer;
      await show(permission);
      expect(permission.permission).to.equal('default');
      byRole('button', 'Show calls when this page is hidden').click();
      await rendered();
      expect(said()).to.deep.equal([words]);
      expect(allByRole('button', 'Show calls when this page is hidden')).to.have.length(0);
      await expect(element).to.be.accessible();
      element.remove();
      await rendered();
      expect(permission.listeners.size).to.equal(0);
    });
  }

  it('are not spoken of where the phone does not offer them', async () => {
    await show();
    expect(allByRole('button', /hidden/)).to.have.length(0);
  });
});

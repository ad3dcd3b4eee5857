import { expect } from '@open-wc/testing';
import { PhoneError } from '../../src/core/phone-error.js';
import type { MicrophoneTest } from '../../src/core/audio-devices.js';
import type { PhoneSettingsPanel } from '../../src/elements/phone-settings.js';
import { LONGEST_RECORDING_IN_MILLISECONDS } from '../../src/elements/settings/microphone-trial.js';
import { allByRole, byRole } from '../support/accessible.js';
import { rendered, until } from '../support/elements.js';
import { said, showSettings } from '../support/settings-scenes.js';
import { showDevices } from '../support/sound-devices.js';
import { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: PhoneSettingsPanel;
/** Ends what is being played. */
let heard: () => void;
/** Makes the microphone come. */
let open: () => void;

beforeEach(async () => {
  phone = new TestPhone();
  showDevices(phone);
  const { audio } = phone;
  const opened = new Promise<void>((resolve) => (open = resolve));
  audio.testMicrophone = async (): Promise<MicrophoneTest> => {
    audio.commands.push('testMicrophone');
    await opened;
    return {
      finish: () => {
        audio.commands.push('finish');
        return new Promise((resolve) => (heard = resolve));
      },
      cancel: () => {
        audio.commands.push('cancel');
        heard();
      },
    };
  };
  heard = () => undefined;
  element = await showSettings(phone);
});

async function press(name: string): Promise<void> {
  byRole('button', name).click();
  await rendered();
}

function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  delete (document as { visibilityState?: unknown }).visibilityState;
});

describe('the level meter of <phone-settings>', () => {
  it('shows how loud the microphone hears, and is no live region', async () => {
    await until(() => phone.audio.meters === 1);
    phone.audio.hear(0.44);
    const meter = byRole('meter', 'Microphone level');
    expect(meter.ariaValueNow).to.equal('40');
    expect(meter.style.getPropertyValue('--level')).to.equal('0.440');
    expect(meter.closest('[role=status], [aria-live]')).to.equal(null);
  });

  it('keeps its level while the settings are rendered anew', async () => {
    await until(() => phone.audio.meters === 1);
    phone.audio.hear(0.5);
    element.requestUpdate();
    await element.updateComplete;
    expect(byRole('meter').ariaValueNow).to.equal('50');
  });

  const hidings: readonly [string, () => void, () => void][] = [
    ['the page is hidden', () => setVisibility('hidden'), () => setVisibility('visible')],
    ['the settings are hidden', () => (element.hidden = true), () => (element.hidden = false)],
    [
      'the settings are scrolled out of sight',
      () => (element.style.marginTop = '3000px'),
      () => (element.style.marginTop = ''),
    ],
  ];
  for (const [when, hide, comeBack] of hidings) {
    it(`lets go of the microphone while ${when}, and listens again after that`, async () => {
      await until(() => phone.audio.meters === 1);
      hide();
      await until(() => phone.audio.meters === 0);
      comeBack();
      await until(() => phone.audio.meters === 1);
    });
  }

  it('lets go of the microphone for good when the settings leave the page', async () => {
    await until(() => phone.audio.meters === 1);
    element.remove();
    await until(() => phone.audio.meters === 0);
  });

  it('lets go of it when the phone goes', async () => {
    await until(() => phone.audio.meters === 1);
    element.controller = null;
    await until(() => phone.audio.meters === 0);
    expect(allByRole('group')).to.have.length(0);
  });
});

describe('"Test my microphone"', () => {
  it('opens, records with seconds, plays what it recorded, and is ready again', async () => {
    await press('Test my microphone');
    expect(said()).to.deep.equal(['The microphone is being opened…']);
    expect(byRole('button', 'Test my microphone').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();

    open();
    await rendered();
    expect(said()).to.deep.equal(['Recording: say something.']);
    const timer = byRole('timer', 'Recording time');
    expect(timer.textContent?.trim()).to.equal('0:00');
    expect(timer.closest('[role=status]')).to.equal(null);
    await until(() => timer.textContent?.trim() === '0:01');
    await expect(element).to.be.accessible();

    await press('Stop and listen');
    expect(phone.audio.commands).to.deep.equal(['testMicrophone', 'finish']);
    expect(said()).to.deep.equal(['You should hear yourself now.']);
    expect(phone.audio.meters, 'the meter rests while the loudspeaker plays').to.equal(0);
    await expect(element).to.be.accessible();

    heard();
    await rendered();
    expect(said()).to.deep.equal([]);
    expect(byRole('button', 'Test my microphone').ariaDisabled).to.equal(null);
    await until(() => phone.audio.meters === 1);
  });

  it('can be ended while it plays', async () => {
    open();
    await press('Test my microphone');
    await press('Stop and listen');
    await press('Stop');
    expect(phone.audio.commands.at(-1)).to.equal('cancel');
    expect(byRole('button', 'Test my microphone').ariaDisabled).to.equal(null);
  });

  it('ends the recording by itself, so that nobody has to ask to hear it', async () => {
    open();
    const { now } = performance;
    try {
      await press('Test my microphone');
      performance.now = () => now.call(performance) + LONGEST_RECORDING_IN_MILLISECONDS;
      await until(() => phone.audio.commands.includes('finish'));
    } finally {
      performance.now = now;
    }
  });

  it('is cancelled when the settings are hidden', async () => {
    open();
    await press('Test my microphone');
    element.hidden = true;
    await until(() => phone.audio.commands.includes('cancel'));
    element.hidden = false;
    await until(() => allByRole('button', 'Test my microphone').length === 1);
    expect(phone.audio.commands).not.to.include('finish');
  });

  it('does not record with a microphone that comes when nobody waits for it any more', async () => {
    await press('Test my microphone');
    element.remove();
    await rendered();
    open();
    await until(() => phone.audio.commands.includes('cancel'));
  });

  it('says why it cannot, and can be tried again', async () => {
    const { testMicrophone } = phone.audio;
    phone.audio.testMicrophone = () => Promise.reject(new PhoneError('microphone-busy', ''));
    await press('Test my microphone');
    expect(said()).to.deep.equal(['Another program uses the microphone. Close that program.']);
    await expect(element).to.be.accessible();
    phone.audio.testMicrophone = testMicrophone;
    open();
    await press('Test my microphone');
    expect(said()).to.deep.equal(['Recording: say something.']);
  });
});

describe('test sounds', () => {
  const sounds: readonly [string, string][] = [
    ['Test my sound', 'playTestSound(speaker)'],
    ['Test the ring', 'playTestSound(ringer)'],
  ];
  for (const [name, command] of sounds) {
    it(`"${name}" plays once, says so, and not twice at a time`, async () => {
      let end: () => void = () => undefined;
      const { playTestSound } = phone.audio;
      phone.audio.playTestSound = async (role) => {
        await playTestSound.call(phone.audio, role);
        await new Promise<void>((resolve) => (end = resolve));
      };
      await press(name);
      expect(said()).to.deep.equal(['You should hear a sound now.']);
      expect(byRole('button', name).ariaDisabled).to.equal('true');
      await press(name);
      expect(phone.audio.commands).to.deep.equal([command]);
      end();
      await rendered();
      expect(said()).to.deep.equal([]);
      expect(byRole('button', name).ariaDisabled).to.equal(null);
    });

    it(`"${name}" says when it fails`, async () => {
      phone.audio.failure = new PhoneError('speaker-failed', '');
      await press(name);
      expect(said()).to.deep.equal(['That loudspeaker does not play. Check it, or choose another one.']);
    });
  }
});

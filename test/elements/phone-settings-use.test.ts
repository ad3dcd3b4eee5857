import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { PhoneSettingsPanel } from '../../src/elements/phone-settings.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import { list, said, showSettings } from '../support/settings-scenes.js';
import { device, showDevices } from '../support/sound-devices.js';
import { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: PhoneSettingsPanel;

async function show(lang = 'en'): Promise<void> {
  element = await showSettings(phone, lang);
}

beforeEach(() => {
  phone = new TestPhone();
  showDevices(phone);
});

describe('<phone-settings> by keyboard alone', () => {
  it('reaches everything in the order in which it stands', async () => {
    await show();
    const visited: string[] = [];
    for (let stop = 0; stop < 10; stop += 1) {
      await sendKeys({ press: 'Tab' });
      visited.push(focused()?.id || (focused()?.textContent?.trim() ?? ''));
    }
    expect(visited).to.deep.equal([
      'microphone',
      'Test my microphone',
      'speaker',
      'Test my sound',
      'ringer',
      'volume',
      'Test the ring',
      'echoCancellation',
      'noiseSuppression',
      'autoGainControl',
    ]);
  });

  it('changes volume and switches', async () => {
    await show();
    byRole('slider', 'Ring volume').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await rendered();
    expect(phone.audio.getState().settings.ringVolume).to.equal(0.95);
    expect(byRole('slider').getAttribute('aria-valuetext')).to.equal('95%');
    byRole('switch', 'Noise suppression').focus();
    await sendKeys({ press: 'Space' });
    await rendered();
    expect(phone.audio.getState().settings.noiseSuppression).to.equal(false);
    expect(byRole('switch', 'Noise suppression').ariaChecked).to.equal('false');
  });

  it('chooses a device', async () => {
    await show();
    list('Microphone').focus();
    await sendKeys({ press: 'End' });
    await until(() => phone.audio.commands.includes('choose(microphone, headset-in)'));
  });
});

describe('the switches of <phone-settings>', () => {
  const switches = [
    ['Echo cancellation', 'echoCancellation'],
    ['Noise suppression', 'noiseSuppression'],
    ['Automatic gain', 'autoGainControl'],
  ] as const;
  for (const [name, setting] of switches) {
    it(`"${name}" switches ${setting}, by its label, too, and nothing else`, async () => {
      await show();
      const before = phone.audio.getState().settings;
      byRole('switch', name).scrollIntoView();
      await clickWithMouse(byRole('switch', name));
      expect(phone.audio.getState().settings).to.deep.equal({ ...before, [setting]: false });
      const label = element.renderRoot.querySelector(`label[for=${setting}]`) as Element;
      await clickWithMouse(label);
      expect(phone.audio.getState().settings).to.deep.equal(before);
    });
  }

  it('says that a ring without volume is only seen', async () => {
    const { settings } = phone.audio.getState();
    phone.audio.set({ settings: { ...settings, ringVolume: 0 } });
    await show();
    expect(said()).to.deep.equal(['Incoming calls are shown without a sound.']);
  });
});

describe('<phone-settings> in narrow places and other languages', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  for (const lang of ['en', 'de', 'ar']) {
    it(`has room for every word in 320 pixels in ${lang}, also when everything is said at once`, async () => {
      await setViewport({ width: 320, height: 640 });
      const gone = device('x', 'A headset with a name that is as long as a line can be, and longer');
      const { microphone, settings } = phone.audio.getState();
      phone.audio.set({
        microphone: { ...microphone, wanted: gone, used: null },
        settings: { ...settings, ringVolume: 0 },
      });
      phone.ringer.setBlocked(true);
      await show(lang);
      await until(() => element.renderRoot.querySelector<HTMLElement>('.root')?.lang === lang);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      const panel = element.getBoundingClientRect();
      for (const part of element.renderRoot.querySelectorAll('button, select, input, p, label')) {
        const { left, right } = part.getBoundingClientRect();
        expect(left, part.textContent ?? '').to.be.at.least(panel.left - 1);
        expect(right, part.textContent ?? '').to.be.at.most(panel.right + 1);
        expect(part.scrollWidth, part.textContent ?? '').to.be.at.most(part.clientWidth + 1);
      }
      await expect(element).to.be.accessible();
    });
  }

  it('is mirrored in Arabic, the meter too', async () => {
    await show('ar');
    await until(() => allByRole('meter', 'مستوى الميكروفون').length === 1);
    const label = byRole('switch', 'إلغاء الصدى').getBoundingClientRect();
    expect(label.left).to.be.below(element.getBoundingClientRect().x + 60);
    await until(() => phone.audio.meters === 1);
    phone.audio.hear(0.5);
    const meter = byRole('meter');
    const fill = getComputedStyle(meter, '::before');
    await until(() => Math.abs(parseFloat(fill.width) - meter.clientWidth / 2) < 2);
    expect(parseFloat(fill.right)).to.equal(0);
  });
});

import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { allByRole, byRole } from '../support/accessible.js';
import { rendered, until } from '../support/elements.js';
import { clearPage, composer, element, openPage, settled, show } from '../support/phone-page.js';

beforeEach(openPage);
afterEach(clearPage);

describe('density', () => {
  it('compact takes less room, and everything can be pressed', async () => {
    await show();
    await until(() => allByRole('textbox').length === 1);
    const { height } = byRole('region', 'Phone').getBoundingClientRect();
    element.setAttribute('density', 'compact');
    await settled();
    byRole('button', 'Keypad').click();
    byRole('button', 'Settings').click();
    await settled();
    byRole('button', 'Settings').click();
    await settled();
    byRole('button', 'Keypad').click();
    await settled();
    expect(byRole('region', 'Phone').getBoundingClientRect().height).to.be.below(height);
    await expectPressable();
    composer.phone.ring();
    await settled();
    await expectPressable();
    await element.answerCall();
    await settled();
    await expectPressable();
    await expect(element).to.be.accessible();
  });

  it('is never less than can be pressed, whatever the page says', async () => {
    await show();
    element.style.setProperty('--twilio-phone-density', '0');
    composer.phone.ring();
    await element.answerCall();
    await settled();
    await expectPressable();
  });

  it('reaches elements that stand elsewhere by the custom property', async () => {
    document.documentElement.style.setProperty('--twilio-phone-density', '0.75');
    try {
      await show({}, '<call-controls></call-controls>');
      composer.phone.ring();
      await element.answerCall();
      await settled();
      const disc = byRole('button', 'Mute').querySelector('.disc');
      expect(disc?.getBoundingClientRect().height).to.equal(39);
    } finally {
      document.documentElement.style.removeProperty('--twilio-phone-density');
    }
  });

  it('comfortable is the default', async () => {
    await show({ density: 'comfortable' }, '<call-controls></call-controls>');
    composer.phone.ring();
    await element.answerCall();
    await settled();
    expect(byRole('button', 'Mute').querySelector('.disc')?.getBoundingClientRect().height).to.equal(52);
  });
});

async function expectPressable(): Promise<void> {
  await rendered();
  const buttons = allByRole('button');
  expect(buttons.length).to.be.greaterThan(1);
  for (const button of buttons) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height), button.outerHTML).to.be.at.least(24);
  }
}

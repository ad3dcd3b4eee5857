import { expect } from '@open-wc/testing';
import { PhoneError } from '../../src/core/phone-error.js';
import {
  clearPage,
  composer,
  element,
  createElement,
  openPage,
  settled,
  show,
} from '../support/phone-page.js';

beforeEach(openPage);
afterEach(clearPage);

/** The guide's `isTwilioConfigured()`. */
describe('isConfigured()', () => {
  it('is true while nothing has to be set right', async () => {
    await show();
    expect(element.isConfigured()).to.equal(true);
  });

  it('is false while something has to be, and the state says what; true again when it is', async () => {
    await show();
    const { tokens, controller } = composer.phone;
    await element.unregister();
    tokens.failures.push(new PhoneError('token-grants-missing', 'The token has no VoiceGrant.'));
    controller.setTokenSource(tokens);
    await element.register().catch(() => undefined);
    await settled();
    expect(element.isConfigured()).to.equal(false);
    expect(composer.phone.deviceState.error?.code).to.equal('token-grants-missing');
    await element.register();
    expect(element.isConfigured()).to.equal(true);
  });

  it('stays true when only the network is gone', async () => {
    await show();
    const { tokens, controller } = composer.phone;
    await element.unregister();
    tokens.failures.push(new PhoneError('token-request-failed', 'x', { recoverable: true }));
    controller.setTokenSource(tokens);
    await element.register().catch(() => undefined);
    await settled();
    expect(element.isConfigured()).to.equal(true);
  });

  it('is false before there is a phone, and answers without a promise', () => {
    createElement();
    expect(element.isConfigured()).to.equal(false);
  });
});

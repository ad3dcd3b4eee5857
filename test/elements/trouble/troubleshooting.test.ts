import { expect } from '@open-wc/testing';
import '../../../src/define/phone-trouble.js';
import { PhoneError } from '../../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../../src/core/phone-error.js';
import { boardOf } from '../../../src/elements/shared/trouble-board.js';
import { TroubleStage } from '../../support/trouble.js';

/** The integration guide's table of troubles, as the phone itself says it: docs/guide-parity.md names each test. */
describe('<phone-trouble> in the place of the guide’s troubleshooting', () => {
  let stage: TroubleStage;

  beforeEach(async () => {
    stage = new TroubleStage();
    await stage.show();
  });

  afterEach(() => stage.end());

  async function failToAnswer(code: PhoneErrorCode): Promise<void> {
    const attempt = { error: new PhoneError(code, 'whatever'), tryAgain: () => Promise.resolve() };
    boardOf(stage.phone.controller).note(attempt);
    await stage.settled();
  }

  function wordsForDevelopers(): string {
    return stage.element.shadowRoot?.querySelector('[part=developer]')?.textContent?.trim() ?? '';
  }

  it('says that the page names no token-url, to the person and to whoever runs the page', async () => {
    await stage.fail('token-url-missing', false, 'There is no token-url and no tokenProvider.');
    expect(stage.words).to.contain('The phone is not set up on this page.');
    expect(wordsForDevelopers()).to.contain(
      'There is no token-url and no tokenProvider. (token-url-missing)',
    );
  });

  it('says what is wrong with a token that was not made properly', async () => {
    const rows = [
      ['token-grants-missing', 'This site gave a sign-in that is not for calls.'],
      ['token-expired-on-arrival', 'This site gave a sign-in that had already run out.'],
      ['token-answer-invalid', 'This site gave a sign-in of no use.'],
    ] as const;
    for (const [code, words] of rows) {
      await stage.fail(code, false, `What to correct: ${code}.`);
      expect(stage.words).to.contain(words);
      expect(wordsForDevelopers()).to.contain(`What to correct: ${code}.`);
    }
  });

  it('says that the application is not set up, where a call shows it', async () => {
    await stage.phone.controller.register();
    await stage.failToCall('application-not-found');
    expect(stage.words).to.equal(
      'This site’s phone is not set up for calling. No call was made. Tell whoever runs this page.',
    );
  });

  it('says that the webhook did not say where a call should go', async () => {
    await stage.phone.controller.register();
    await stage.failToCall('webhook-failed');
    expect(stage.words).to.equal(
      'This site did not say where the call should go. No call was made. Tell whoever runs this page.',
    );
  });

  it('says that the endpoint gives no token, and that the phone keeps trying', async () => {
    await stage.fail('token-request-failed');
    await stage.ripen();
    expect(stage.words).to.contain('This site gave the phone no sign-in.').and.to.contain('keeps trying');
  });

  it('says that Twilio did not accept the credentials', async () => {
    await stage.fail('token-invalid', false);
    expect(stage.words).to.contain('The sign-in was not accepted.');
  });

  it('says how the microphone is allowed in this browser', async () => {
    await failToAnswer('microphone-denied');
    expect(stage.words).to.contain('The browser keeps this page from the microphone.');
    expect(stage.words).to.contain('Click the icon left of the address, allow the microphone there');
  });

  it('says that the page is not secure', async () => {
    await failToAnswer('page-not-secure');
    expect(stage.words).to.contain('This page is not secure enough for a microphone.');
  });

  it('says that this browser cannot make calls', async () => {
    await stage.fail('browser-unsupported', false);
    expect(stage.words)
      .to.contain('This browser cannot make calls.')
      .and.to.contain('Use a current browser.');
  });
});

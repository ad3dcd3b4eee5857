import { expect } from '@open-wc/testing';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { warnOfConfiguration } from '../../src/phone/warn-of-configuration.js';
import { warningsDuring } from '../support/elements.js';
import { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let warnings: string[];

beforeEach(() => {
  phone = new TestPhone();
  warnings = [];
  warnOfConfiguration(phone.controller, (message) => warnings.push(message));
});

async function fail(code: PhoneErrorCode, message: string): Promise<void> {
  phone.tokens.failures.push(new PhoneError(code, message, { recoverable: true }));
  await phone.controller.register().catch(() => undefined);
}

describe('what the developer reads on the console', () => {
  it('is what is missing, with the code to look it up by', async () => {
    await fail('token-answer-invalid', 'The token answer has no "token".');
    expect(warnings).to.deep.equal([
      'twilio-phone: The token answer has no "token". (token-answer-invalid, see docs/errors.md)',
    ]);
  });

  it('is each thing once, though the phone tries again all day', async () => {
    for (let time = 0; time < 50; time += 1) await fail('token-answer-invalid', 'no token');
    await fail('token-grants-missing', 'no identity');
    expect(warnings).to.have.length(2);
  });

  it('is nothing about a network that comes and goes', async () => {
    await fail('connection-failed', 'offline');
    await fail('sign-in-required', '401');
    expect(warnings).to.deep.equal([]);
  });

  it('is nothing while all is well', async () => {
    await phone.controller.register();
    expect(warnings).to.deep.equal([]);
  });

  it('is a warning', async () => {
    const other = new TestPhone({ tokens: null });
    const said = await warningsDuring(async () => {
      warnOfConfiguration(other.controller);
      await other.controller.register().catch(() => undefined);
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('token-url-missing');
  });
});

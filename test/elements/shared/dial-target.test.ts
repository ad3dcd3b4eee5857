import { expect } from '@open-wc/testing';
import { readDialTarget, readPlainNumber } from '../../../src/elements/shared/dial-target.js';
import { readPhoneNumber } from '../../../src/elements/shared/phone-numbers.js';

function read(text: string, country: string | null = 'US') {
  return readDialTarget(text, (number) => readPhoneNumber(number, country));
}

describe('what is typed, pasted or linked', () => {
  const targets: readonly [string, string | null, string, string, string][] = [
    // text, country, address, what is keyed then, how it is written
    ['4155550123', 'US', '+14155550123', '', '(415) 555-0123'],
    ['(415) 555-0123', 'US', '+14155550123', '', '(415) 555-0123'],
    ['(415) 555-0123 ext. 4', 'US', '+14155550123', ',4', '(415) 555-0123 ext. 4'],
    ['415-555-0123x42', 'US', '+14155550123', ',42', '(415) 555-0123 ext. 42'],
    ['415.555.0123 extension 42', 'US', '+14155550123', ',42', '(415) 555-0123 ext. 42'],
    ['(415) 555-0123,4#', 'US', '+14155550123', ',4#', '(415) 555-0123,4#'],
    ['(415) 555-0123, ext. 4', 'US', '+14155550123', ',4', '(415) 555-0123,4'],
    ['+14155550123,,12,34#', 'US', '+14155550123', ',,12,34#', '(415) 555-0123,,12,34#'],
    ['1 415 555 0123', 'US', '+14155550123', '', '(415) 555-0123'],
    ['+1 415 555 0123', 'DE', '+14155550123', '', '+1 415 555 0123'],
    ['030 123456', 'DE', '+4930123456', '', '030 123456'],
    ['+49 (0)30 123456', 'US', '+4930123456', '', '+49 30 123456'],
    ['0049 30 123456', 'DE', '+4930123456', '', '030 123456'],
    ['011 49 30 123456', 'US', '+4930123456', '', '+49 30 123456'],
    ['020 7946 0000', 'GB', '+442079460000', '', '020 7946 0000'],
    ['+44 20 7946 0000', null, '+442079460000', '', '+44 20 7946 0000'],
    ['٤١٥٥٥٥٠١٢٣', 'US', '+14155550123', '', '(415) 555-0123'],
    ['４１５５５５０１２３', 'US', '+14155550123', '', '(415) 555-0123'],
    ['\u202a+1 415 555 0123\u202c', 'US', '+14155550123', '', '(415) 555-0123'],
    ['  4155550123\n', 'US', '+14155550123', '', '(415) 555-0123'],
    ['tel:+14155550123', 'DE', '+14155550123', '', '+1 415 555 0123'],
    ['TEL:+1-415-555-0123;ext=4', 'DE', '+14155550123', ',4', '+1 415 555 0123,4'],
    ['tel:415-555-0123;phone-context=+1', 'DE', '+14155550123', '', '+1 415 555 0123'],
    ['tel:+1%20415%20555%200123', 'US', '+14155550123', '', '(415) 555-0123'],
    ['tel:4155550123,,9#', 'US', '+14155550123', ',,9#', '(415) 555-0123,,9#'],
    ['tel:+14155550123;postd=p12', 'US', '+14155550123', ',12', '(415) 555-0123,12'],
    ['tel://+14155550123', 'US', '+14155550123', '', '(415) 555-0123'],
    ['alice', 'US', 'client:alice', '', 'alice'],
    ['support_2', 'US', 'client:support_2', '', 'support_2'],
    ['client:alice', 'US', 'client:alice', '', 'client:alice'],
    ['Client: al-ice@example.com', 'US', 'client:al-ice@example.com', '', 'Client: al-ice@example.com'],
  ];
  for (const [text, country, address, digits, formatted] of targets) {
    it(`${JSON.stringify(text)} in ${country} is ${address}${digits && `, then ${digits}`}`, () => {
      expect(read(text, country)).to.deep.equal({ address, digits, formatted });
    });
  }

  const problems: readonly [string, string | null, string][] = [
    ['', 'US', 'nothing'],
    ['   \u200b ', 'US', 'nothing'],
    ['tel:', 'US', 'nothing'],
    ['911', 'US', 'too-short'],
    ['415555012', 'US', 'too-short'],
    ['41555501234', 'US', 'too-long'],
    ['+49 30 1234567890123456', 'US', 'too-long'],
    ['+1 (415) 555-0123 / 0124', 'US', 'too-long'],
    ['+999 123456', 'US', 'unknown-country-code'],
    ['4155550123', null, 'no-country-code'],
    ['4155550123', 'ZZ', 'no-country-code'],
    ['+', 'US', 'not-a-number'],
    ['hello world', 'US', 'not-a-number'],
    ['415-555-O123', 'US', 'not-a-number'],
    ['call 4155550123 now', 'US', 'not-a-number'],
    ['(415) 555-0123, Bob', 'US', 'not-a-number'],
    ['Ada, 4155550123', 'US', 'not-a-number'],
    ['client:', 'US', 'not-a-number'],
    ['client:a b', 'US', 'not-a-number'],
    ['sip:bob@example.com', 'US', 'not-a-number'],
    ['javascript:alert(1)', 'US', 'not-a-number'],
    ['<b>4155550123</b>', 'US', 'not-a-number'],
    ['tel:+1%2415', 'US', 'not-a-number'],
    ['x'.repeat(10_000), 'US', 'too-long'],
    ['1'.repeat(10_000), 'US', 'too-long'],
  ];
  for (const [text, country, problem] of problems) {
    it(`${JSON.stringify(text.slice(0, 40))} in ${country} is ${problem}`, () => {
      expect(read(text, country)).to.equal(problem);
    });
  }
});

describe('while the tables of numbers are not there', () => {
  const rows: readonly [string, unknown][] = [
    ['+14155550123', { address: '+14155550123', digits: '', formatted: '+14155550123' }],
    ['+1 (415) 555-0123,4#', { address: '+14155550123', digits: ',4#', formatted: '+14155550123,4#' }],
    ['alice', { address: 'client:alice', digits: '', formatted: 'alice' }],
    ['(415) 555-0123', 'no-country-code'],
    ['+1415', 'too-short'],
    ['+14155550123456789', 'too-long'],
    ['+1 415 CALL', 'not-a-number'],
  ];
  for (const [text, target] of rows) {
    it(`${text} is read as far as it can be`, () => {
      expect(readDialTarget(text, readPlainNumber)).to.deep.equal(target);
    });
  }
});

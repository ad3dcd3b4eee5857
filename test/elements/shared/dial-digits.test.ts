import { expect } from '@open-wc/testing';
import { digitsToSend, plainDigits, readDigits } from '../../../src/elements/shared/dial-digits.js';

describe('digits to key', () => {
  const rows: readonly [string, string, string][] = [
    ['1234', '1234', ''],
    ['12,34#', '12,34#', ''],
    ['0w1', '0w1', ''],
    ['*67#', '*67#', ''],
    ['12-34 (56).78/9', '123456789', ''],
    ['pin 12', '12', 'pin'],
    ['1a2b1a', '121', 'ab'],
    ['+1', '1', '+'],
    ['١٢٣', '123', ''],
    ['۴۵۶', '456', ''],
    ['७८९', '789', ''],
    ['１２＃', '12#', ''],
    ['', '', ''],
    ['secret', '', 'secrt'],
    ['<b>', '', '<b>'],
  ];
  for (const [text, digits, leftOut] of rows) {
    it(`of ${JSON.stringify(text)} are ${digits || 'none'}${leftOut && `, without ${leftOut}`}`, () => {
      expect(readDigits(text)).to.deep.equal({ digits, leftOut });
    });
  }

  it('go to Twilio with two seconds for a comma', () => {
    expect(digitsToSend('12,34#')).to.equal('12wwww34#');
    expect(digitsToSend('1w2')).to.equal('1w2');
  });

  it('are read in every script that has its own, each of the ten', () => {
    for (const zero of ['0', '٠', '۰', '०', '০', '๐', '０']) {
      const figures = Array.from({ length: 10 }, (_, value) =>
        String.fromCodePoint((zero.codePointAt(0) ?? 0) + value),
      ).join('');
      expect(plainDigits(figures)).to.equal('0123456789');
    }
  });
});

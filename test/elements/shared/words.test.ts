import { expect } from '@open-wc/testing';
import { PhoneError } from '../../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../../src/core/phone-error.js';
import { describeParty } from '../../../src/elements/shared/describe-party.js';
import { errorText } from '../../../src/elements/shared/error-texts.js';
import { formatDuration } from '../../../src/elements/shared/format-duration.js';
import { outsideText } from '../../../src/elements/shared/outside-text.js';
import { allErrorCodes } from '../../support/error-codes.js';
import { callState } from '../../support/states.js';

describe('a duration', () => {
  const rows: readonly [number, string][] = [
    [-5_000, '0:00'],
    [0, '0:00'],
    [999, '0:00'],
    [7_000, '0:07'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [754_000, '12:34'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [3_723_000, '1:02:03'],
    [360_000_000, '100:00:00'],
  ];
  for (const [milliseconds, text] of rows) {
    it(`of ${milliseconds} ms reads ${text}`, () => expect(formatDuration(milliseconds)).to.equal(text));
  }
});

describe('text from outside', () => {
  const rows: readonly [string, string | null, string][] = [
    ['is nothing when there is none', null, ''],
    ['stays as it is', 'Ada Lovelace', 'Ada Lovelace'],
    ['loses the space around it and keeps one line', '  Ada\n\n Lovelace\t', 'Ada Lovelace'],
    ['loses what turns the reading direction round', 'Bank\u202eknab\u2066x\u2069', 'Bank knab x'],
    ['loses control and invisible characters', 'A\u0000B\u200bC\ufeffD\u00ad', 'A B C D'],
    ['keeps the joiners that some scripts need', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['keeps emoji whole', '👩‍👧 Ada', '👩‍👧 Ada'],
    ['keeps markup as the text that it is', '<b>Ada</b>', '<b>Ada</b>'],
    ['is capped at sixty characters', 'x'.repeat(500), `${'x'.repeat(59)}…`],
    ['is left alone at sixty characters', '😀'.repeat(60), '😀'.repeat(60)],
  ];
  for (const [name, text, shown] of rows) {
    it(name, () => expect(outsideText(text)).to.equal(shown));
  }
});

describe('who is at the other end', () => {
  const rows: readonly [string, Parameters<typeof callState>[0], string, string][] = [
    ['a name and a number', { name: 'Ada', from: '+14155550100' }, 'Ada', '+14155550100'],
    ['a number alone', { from: '+14155550100' }, '+14155550100', ''],
    ['a client without the word', { from: 'client:bob' }, 'bob', ''],
    ['a SIP address without the word', { from: 'sip:bob@example.com' }, 'bob@example.com', ''],
    ['a withheld number', { from: '+266696687' }, 'Unknown caller', ''],
    ['an anonymous caller with a name', { from: 'Anonymous', name: 'Ada' }, 'Ada', ''],
    ['nothing at all', { from: '' }, 'Unknown caller', ''],
    ['a name of invisible characters', { from: '+1', name: '\u200b\u202e' }, '+1', ''],
    [
      'whoever was called',
      { direction: 'OUTGOING', from: 'client:me', to: '+14155550100' },
      '+14155550100',
      '',
    ],
  ];
  for (const [name, call, title, number] of rows) {
    it(name, () => expect(describeParty(callState(call))).to.deep.equal({ title, number }));
  }
});

describe('what a person reads about an error', () => {
  const fallback = errorText(new PhoneError('call-failed', ''));

  for (const code of allErrorCodes) {
    it(`${code} has its own words, in whole sentences`, () => {
      const text = errorText(new PhoneError(code, ''));
      if (code !== 'call-failed') expect(text.happened).not.to.equal(fallback.happened);
      for (const sentence of [text.happened, text.meaning, text.remedy]) {
        expect(sentence).to.match(/^([A-Z].*\.)?$/);
      }
      expect(text.happened).not.to.equal('');
    });
  }

  it('a code of a newer copy of this library still gets words', () => {
    expect(errorText(new PhoneError('from-the-future' as PhoneErrorCode, ''))).to.deep.equal(fallback);
  });
});

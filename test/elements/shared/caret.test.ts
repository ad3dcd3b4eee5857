import { expect } from '@open-wc/testing';
import { reformat } from '../../../src/elements/shared/caret.js';
import { formatTyped } from '../../../src/elements/shared/phone-numbers.js';

/** A bar is the caret. */
function parse(marked: string) {
  return { text: marked.replace('|', ''), caret: marked.indexOf('|') };
}

function typed(before: string, after: string, inputType: string): string {
  const { text, caret } = reformat(before, parse(after), inputType, (words) => formatTyped(words, 'US'));
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

describe('the caret', () => {
  const rows: readonly [string, string, string, string, string][] = [
    // what is done, the field before, as the browser leaves it, how, as it becomes
    ['typing at the end', '41', '415|', 'insertText', '(415)|'],
    ['typing on', '(415)', '(415)5|', 'insertText', '(415) 5|'],
    ['typing to the end', '(415) 555-012', '(415) 555-0123|', 'insertText', '(415) 555-0123|'],
    ['one digit too many', '(415) 555-0123', '(415) 555-01234|', 'insertText', '41555501234|'],
    ['typing in the middle', '(415) 555-012', '(415) 59|55-012', 'insertText', '(415) 59|5-5012'],
    ['typing at the beginning', '(155) 550-123', '4|(155) 550-123', 'insertText', '(4|15) 555-0123'],
    ['a plus at the beginning', '(491) 512', '+|(491) 512', 'insertText', '+|49 1512'],
    ['deleting the last digit', '(415) 5', '(415) |', 'deleteContentBackward', '(415)|'],
    ['deleting a bracket deletes its digit', '(415)', '(415|', 'deleteContentBackward', '41|'],
    [
      'deleting a space deletes the digit before it',
      '(415) 555',
      '(415)|555',
      'deleteContentBackward',
      '(41|5) 55',
    ],
    [
      'deleting a dash deletes the digit before it',
      '(415) 555-0123',
      '(415) 555|0123',
      'deleteContentBackward',
      '(415) 55|0-123',
    ],
    [
      'deleting a bracket forward deletes the digit after it',
      '(415) 555',
      '|415) 555',
      'deleteContentForward',
      '|1 (555) 5',
    ],
    [
      'deleting a digit in the middle',
      '(415) 555-0123',
      '(415) 55|-0123',
      'deleteContentBackward',
      '(415) 55|0-123',
    ],
    ['deleting a bracket where no digit is', '(415)', '|415)', 'deleteContentBackward', '|(415)'],
    ['deleting everything', '(415)', '|', 'deleteContentBackward', '|'],
    ['cutting a part out', '(415) 555-0123', '(415) |0123', 'deleteByCut', '(415|) 012-3'],
    ['Arabic figures', '٤١', '٤١٥|', 'insertText', '(415)|'],
    ['a name', 'alic', 'alice|', 'insertText', 'alice|'],
    ['an extension', '(415) 555-0123', '(415) 555-0123 |', 'insertText', '(415) 555-0123|'],
    ['the word for it', '(415) 555-0123', '(415) 555-0123 e|', 'insertText', '(415) 555-0123 e|'],
    ['what is keyed after a comma', '(415) 555-0123', '(415) 555-0123,|', 'insertText', '(415) 555-0123,|'],
  ];
  for (const [name, before, after, inputType, shown] of rows) {
    it(`${name}: ${before} and ${after} is ${shown}`, () => {
      expect(typed(before, after, inputType)).to.equal(shown);
    });
  }

  it('is never farther than the text, whatever is typed', () => {
    for (let length = 0; length < 20; length += 1) {
      const text = '+1 (415) 555-0123 45'.slice(0, length);
      for (let caret = 0; caret <= length; caret += 1) {
        const result = reformat('', { text, caret }, 'insertText', (words) => formatTyped(words, 'US'));
        expect(result.caret).to.be.within(0, result.text.length);
      }
    }
  });
});

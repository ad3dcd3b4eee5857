import { expect } from '@open-wc/testing';
import { TalkingDetector, watchTalking } from '../../src/media/talking-while-muted.js';
import { FakeClock } from '../support/fake-clock.js';

/** What is heard, a tenth of a second each: loud speech, something in between, or quiet. */
const levels = { S: 0.1, m: 0.015, q: 0.001 } as const;

/** What is noticed at each of these moments: `T` for talking. */
function notice(heard: string): string {
  const detector = new TalkingDetector();
  return [...heard]
    .map((letter, index) => (detector.hear(levels[letter as keyof typeof levels], index * 100) ? 'T' : '.'))
    .join('');
}

describe('talking into a muted microphone', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['is noticed after three tenths of a second', 'SSSS', '..TT'],
    ['is noticed through the gaps between syllables', 'SqSqSqSqSq', '........TT'],
    ['is not a knock', 'Sqqqqqqqqq', '..........'],
    ['is not a cough', 'SSqqqqqqqq', '..........'],
    ['is not the noise of a room', 'mmmmmmmmmm', '..........'],
    [
      'is not a knock every second',
      'SqqqqqqqqqSqqqqqqqqqSqqqqqqqqqSqqqqq',
      '....................................',
    ],
    ['goes on through a pause for breath', 'SSSqqqqqqqqqqS', '..TTTTTTTTTTTT'],
    ['goes on while somebody murmurs', `SSS${'m'.repeat(30)}`, `..${'T'.repeat(31)}`],
    ['is over after two seconds of quiet', `SSS${'q'.repeat(21)}`, `..${'T'.repeat(20)}..`],
    [
      'is not told again within five seconds',
      `SSS${'q'.repeat(22)}${'S'.repeat(30)}`,
      `..${'T'.repeat(20)}${'.'.repeat(30)}TTT`,
    ],
    [
      'is not told again from what was heard long ago',
      `${'S'.repeat(50)}${'q'.repeat(80)}`,
      `..${'T'.repeat(67)}${'.'.repeat(61)}`,
    ],
  ];
  for (const [sentence, heard, noticed] of cases) {
    it(sentence, () => {
      expect(notice(heard)).to.equal(noticed);
    });
  }
});

describe('the watch over a muted microphone', () => {
  it('looks every tenth of a second, tells each change once, and ends with nobody talking', () => {
    const clock = new FakeClock();
    const told: boolean[] = [];
    let level = 0.1;
    const stop = watchTalking({
      clock,
      measureLevel: () => level,
      onChange: (isTalking) => told.push(isTalking),
    });
    clock.tick(1_000);
    expect(told).to.deep.equal([true]);
    level = 0;
    clock.tick(3_000);
    expect(told).to.deep.equal([true, false]);
    level = 0.1;
    clock.tick(5_000);
    expect(told).to.deep.equal([true, false, true]);
    stop();
    expect(told).to.deep.equal([true, false, true, false]);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('says nothing at its end when nobody talked', () => {
    const clock = new FakeClock();
    const told: boolean[] = [];
    const stop = watchTalking({
      clock,
      measureLevel: () => 0,
      onChange: (isTalking) => told.push(isTalking),
    });
    clock.tick(1_000);
    stop();
    expect(told).to.deep.equal([]);
  });
});

import { expect } from '@open-wc/testing';
import { dayOf, formatDay, formatSpan, formatTime } from '../../../src/elements/shared/format-day.js';

const now = new Date(2026, 2, 10, 0, 30).getTime();
const at = (...parts: [number, number, number, number?]) => new Date(...parts).getTime();

describe('days, times and spans', () => {
  it('are said as people say them', () => {
    expect(formatDay(at(2026, 2, 10), now)).to.equal('Today');
    expect(formatDay(at(2026, 2, 9, 23), now)).to.equal('Yesterday');
    expect(formatDay(at(2026, 2, 8, 23), now)).to.equal('Sunday, March 8');
    expect(formatDay(at(2025, 11, 24), now)).to.equal('Wednesday, December 24, 2025');
    expect(formatTime(at(2026, 2, 9, 23))).to.match(/^11:00\sPM$/);
  });

  it('begin at midnight where the person is', () => {
    expect(dayOf(at(2026, 2, 9, 0))).to.equal(dayOf(at(2026, 2, 9, 23)));
    expect(dayOf(at(2026, 2, 9, 23))).not.to.equal(dayOf(at(2026, 2, 10, 0)));
  });

  it('are as long as they need be', () => {
    expect(formatSpan(-5)).to.equal('0 sec');
    expect(formatSpan(45_400)).to.equal('45 sec');
    expect(formatSpan(725_000)).to.equal('12 min 5 sec');
    expect(formatSpan(3_720_000)).to.equal('1 hr 2 min');
  });
});

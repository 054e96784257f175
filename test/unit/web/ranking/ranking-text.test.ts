import { describe, expect, test } from '@jest/globals';
import { rankingRows } from '../../../../web/pages/ranking/ranking-rows.ts';
import { rankingNote, rankingSummary } from '../../../../web/pages/ranking/ranking-text.ts';
import { scored } from './scored.ts';

const groups = [{ code: 'A', names: { vi: 'Hạ tầng', en: 'Infrastructure' }, max: '10' }];
const all = { expected: 2, counted: 2, missing: [] };
const ties = 'Equal points share a rank.';

describe('the sentence over a ranking', () => {
  const text = ({ total }: { total: string | null }) => total ?? 'none';

  test('names the first and the last of those with a rank, in whatever order they come', () => {
    const units = [scored('03', null, null, null), scored('02', 2, '80', '8'), scored('01', 1, '90', '9')];
    const rows = rankingRows({ units, coverage: all }, null);
    expect(rankingSummary(rows, text, 'en')).toBe('First: 01 (90). Last: 02 (80). 2 of 3 units are ranked.');
  });

  test('names nobody where nobody is ranked', () => {
    const rows = rankingRows({ units: [scored('03', null, null, null)], coverage: all }, null);
    expect(rankingSummary(rows, text, 'en')).toBe('None of the 1 units is ranked yet.');
  });
});

describe('the note beside a ranking', () => {
  const whole = { units: [scored('01', 1, '90', '9'), scored('02', 2, '80', '8')], groups, coverage: all };

  test('of what is whole and frozen says no more than how equal points are ranked', () => {
    expect(rankingNote(whole, undefined, 'en')).toBe(ties);
  });

  test('says with what ranks are compared, or why with nothing', () => {
    expect(rankingNote(whole, null, 'en')).toBe(
      `There is no period before this one to compare ranks with. ${ties}`,
    );
    expect(rankingNote(whole, 'too-few', 'en')).toBe(
      `Fewer than half of the units have reported, so ranks are not compared with the period before. ${ties}`,
    );
  });

  test('says who is not in it, and that a group without a figure adds nothing', () => {
    const coverage = { ...all, expected: 3 };
    const units = [scored('01', 1, '90', '9'), scored('02', 2, '80', null)];
    expect(rankingNote({ units, groups, coverage }, undefined, 'en')).toBe(
      `2 of 3 units have reported so far. A group without figures adds 0 to the total. ${ties}`,
    );
  });

  test('names the groups of which nobody has points', () => {
    const units = [scored('01', 1, null, null)];
    expect(rankingNote({ units, groups, coverage: all }, undefined, 'en')).toBe(
      `No unit has points of the groups: Infrastructure. ${ties}`,
    );
  });
});

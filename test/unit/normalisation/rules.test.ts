import { describe, expect, test } from '@jest/globals';
import { messages } from '../../../shared/normalisation/messages.ts';
import { readingFaults } from '../../../shared/normalisation/reading-faults.ts';
import { repairTexts } from '../../../shared/normalisation/repair-texts.ts';
import type { Example, Rule, Violation } from '../../../shared/normalisation/rules/rule.ts';
import { rules } from '../../../shared/normalisation/rules/rules.ts';
import { csvText, figures, findingsOf, formRows, indicatorRows, reportOf } from './form-files.ts';

function foundIn(rule: Rule, { rows, input }: Example): Violation[] {
  if ('checkRow' in rule) return rows.flatMap((row) => rule.checkRow(row, input));
  const check = rule.begin(input);
  return [...rows.flatMap((row) => check.row(row)), ...check.end()];
}

describe('rules', () => {
  test.each(rules)('$code passes its passing example and fails its failing one', (rule) => {
    expect(foundIn(rule, rule.passing)).toEqual([]);
    expect(foundIn(rule, rule.failing)).not.toEqual([]);
  });

  test('each code has its text in both languages, once', () => {
    expect(messages.size).toBe(Object.keys(readingFaults).length + rules.length);
    for (const { vi, en } of [...messages.values(), ...Object.values(repairTexts)]) {
      expect(vi).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
    }
  });

  // Through whole files: the cell is the one in which the figure stands (row 5 is the first indicator).
  test.each([
    ['a above b', figures('766.PUBLISH_ON_TIME', '3', '2', ''), ['numerator-over-denominator@E5']],
    ['a above zero', figures('766.PUBLISH_ON_TIME', '3', '0', ''), ['numerator-over-denominator@E5']],
    ['below zero', figures('766.PUBLISH_ON_TIME', '-3', '2', ''), ['negative@E5']],
    ['part of a dossier', figures('766.PUBLISH_ON_TIME', '1,5', '2', ''), ['count-not-whole@E5']],
    ['no denominator', figures('766.PUBLISH_ON_TIME', '3', '', ''), ['ratio-incomplete@F5']],
    ['no numerator', figures('766.PUBLISH_ON_TIME', 'null', '3', ''), ['ratio-incomplete@E5']],
    ['another result', figures('766.PUBLISH_ON_TIME', '1', '3', '34'), []],
    [
      'another result, beyond rounding',
      figures('766.PUBLISH_ON_TIME', '1', '3', '33,5'),
      ['result-differs@G5'],
    ],
    ['too many points', figures('766.ONLINE', '', '', '12,01'), ['score-out-of-bounds@G10']],
    ['all points', figures('766.ONLINE', '', '', '12'), []],
    ['points below zero', figures('766.TTTT', '', '', '-1'), ['score-out-of-bounds@G13']],
  ])('%s', async (_, changed, expected) => {
    const report = await reportOf(csvText(formRows({ rows: indicatorRows(changed) })));
    expect(findingsOf(report)).toEqual(expected);
  });

  test('a hint writes its numbers as its reader does', async () => {
    const changed = figures('766.TDGQ', '1105424', '405424', '');
    const report = await reportOf(csvText(formRows({ rows: indicatorRows(changed) })));
    // 1,105,424 − 405,424.
    expect(report.findings[0]?.hint).toEqual({
      vi: 'Hiệu là 700.000: kiểm tra ô E9 và ô F9.',
      en: 'The difference is 700,000: check cells E9 and F9.',
    });
  });

  test('a missing row is named, a missing figure is not', async () => {
    const rows = indicatorRows(figures('766.TDGQ', '', '', '')).slice(1);
    const report = await reportOf(csvText(formRows({ rows })));
    expect(findingsOf(report)).toEqual(['indicator-missing']);
    expect(report.findings[0]?.expected).toBe('766.PUBLISH_ON_TIME Tỷ lệ TTHC công bố đúng hạn');
    expect(report.verdict).toBe('returned');
  });

  test('a row that stands twice is found where it stands again, and the one that it hides too', async () => {
    const rows = indicatorRows();
    rows[3] = rows[4] as string[];
    const report = await reportOf(csvText(formRows({ rows })));
    expect(findingsOf(report)).toEqual(['indicator-twice@B9', 'indicator-missing']);
    expect(report.counts).toMatchObject({ rowsRead: 25, rowsUsed: 20, rowsSkipped: 5, observations: 20 });
  });

  test('a warning alone lets a file pass with warnings', async () => {
    const rows = indicatorRows(figures('766.TDGQ', '1', '2', '51'));
    const report = await reportOf(csvText(formRows({ rows })));
    expect(report.verdict).toBe('passed-with-warnings');
    expect(report.counts).toMatchObject({ errors: 0, warnings: 1 });
  });
});

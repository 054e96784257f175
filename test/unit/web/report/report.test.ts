import { describe, expect, test } from '@jest/globals';
import type { Figure } from '../../../../shared/observations/page.ts';
import type { SubmissionView } from '../../../../shared/query/read-submission.ts';
import { timeLeftText } from '../../../../web/format/days.ts';
import { bytesText, figureText, pointsText } from '../../../../web/format/figures.ts';
import { periodText } from '../../../../web/format/periods.ts';
import { changedFigures } from '../../../../web/pages/report/changed-figures.ts';
import { inForceIn } from '../../../../web/pages/report/in-force.ts';
import { signedVersions } from '../../../../web/pages/report/signed-versions.ts';

describe('the time left', () => {
  // 2026-09-22 at 09:00 in Viet Nam.
  const now = Date.parse('2026-09-22T02:00:00Z');
  test.each([
    ['2026-09-25', 'còn 3 ngày, đến hết 25/09/2026', '3 days left, until the end of 25 September 2026'],
    ['2026-09-23', 'còn 1 ngày, đến hết 23/09/2026', '1 day left, until the end of 23 September 2026'],
    ['2026-09-22', 'hạn cuối là hôm nay, 22/09/2026', 'due today, 22 September 2026'],
    ['2026-09-20', 'quá hạn 2 ngày (hạn 20/09/2026)', '2 days overdue (due 20 September 2026)'],
  ])('until %s', (due, vi, en) => {
    expect([timeLeftText(due, now, 'vi'), timeLeftText(due, now, 'en')]).toEqual([vi, en]);
  });

  test('turns with the local day of Viet Nam, seven hours before that of UTC', () => {
    const lastMinute = Date.parse('2026-09-25T16:59:00Z');
    expect(timeLeftText('2026-09-25', lastMinute, 'vi')).toBe('hạn cuối là hôm nay, 25/09/2026');
    expect(timeLeftText('2026-09-25', lastMinute + 60_000, 'vi')).toBe('quá hạn 1 ngày (hạn 25/09/2026)');
  });
});

describe('figures and periods as their readers write them', () => {
  test.each([
    ['1234567.5', '1.234.567,5', '1,234,567.5'],
    ['-1000', '-1.000', '-1,000'],
    ['0.8241', '0,8241', '0.8241'],
    // More digits than a binary float holds.
    ['123456789012345678901.25', '123.456.789.012.345.678.901,25', '123,456,789,012,345,678,901.25'],
    ['≥ 100', '≥ 100', '≥ 100'],
  ])('%s', (decimal, vi, en) => {
    expect([figureText(decimal, 'vi'), figureText(decimal, 'en')]).toEqual([vi, en]);
  });
  test('points have two decimals, and none is cut', () => {
    expect([pointsText('68.8', 'vi'), pointsText('11', 'en'), pointsText('1.234', 'vi')]).toEqual([
      '68,80',
      '11.00',
      '1,234',
    ]);
  });
  test('sizes', () => {
    expect([bytesText(999, 'vi'), bytesText(1_400_000, 'vi'), bytesText(2_000, 'en')]).toEqual([
      '999 byte',
      '1,4 MB',
      '2.0 kB',
    ]);
  });
  test.each([
    ['2026-Q3', 'quý III/2026', 'quarter III 2026'],
    ['2026-M07', 'tháng 7/2026', 'July 2026'],
    ['2022-H1', '6 tháng đầu năm 2022', 'first half of 2022'],
    ['2025-9M', '9 tháng đầu năm 2025', 'first nine months of 2025'],
    ['2024', 'năm 2024', 'year 2024'],
    ['what', 'what', 'what'],
    // No period has these numbers (shared/catalog/data/periods.json).
    ['2031-Q9', '2031-Q9', '2031-Q9'],
    ['2031-M13', '2031-M13', '2031-M13'],
    ['2031-H3', '2031-H3', '2031-H3'],
  ])('%s', (code, vi, en) => {
    expect([periodText(code, 'vi'), periodText(code, 'en')]).toEqual([vi, en]);
  });
});

describe('what differs between two versions', () => {
  const figure = (indicator: string, numerator: string | null, rest: Partial<Figure> = {}): Figure => ({
    indicator,
    value: null,
    numerator,
    denominator: '10',
    status: 'reported',
    approximate: false,
    note: null,
    ...rest,
  });
  test('what changed, came and went, and nothing else', () => {
    const before = [figure('a', '1'), figure('b', '2'), figure('c', '3')];
    const after = [figure('a', '1'), figure('b', '5'), figure('d', '4')];
    expect(changedFigures(before, after).map(({ indicator }) => indicator)).toEqual(['b', 'd', 'c']);
    expect(changedFigures(before, after)[2]?.after).toBeNull();
  });
  test('a status and a note are part of what is said', () => {
    const before = [figure('a', null, { status: 'missing' }), figure('b', '1')];
    const after = [figure('a', null, { status: 'not-applicable' }), figure('b', '1', { note: 'ước' })];
    expect(changedFigures(before, after).map(({ indicator }) => indicator)).toEqual(['a', 'b']);
  });
});

describe('the version in force', () => {
  const sent = (id: string, state: SubmissionView['state'], standingVersion: number) => ({
    id,
    state,
    standingVersion,
  });
  test('is found behind a file that was returned, with what is asked of it', () => {
    const items = [sent('c', 'returned', 1), sent('b', 'withdrawn', 1), sent('a', 'signed-questioned', 1)];
    expect(inForceIn(items)).toEqual({ version: 1, submission: 'a', isQuestioned: true });
    expect(inForceIn([sent('b', 'signed', 2), sent('a', 'superseded', 2)])).toEqual({
      version: 2,
      submission: 'b',
      isQuestioned: false,
    });
  });
  test('is known to be there where it is none of those that were told', () => {
    expect(inForceIn([sent('c', 'returned', 3)])).toEqual({
      version: 3,
      submission: null,
      isQuestioned: false,
    });
  });
  test('is none where nothing was signed, or nothing sent', () => {
    expect([inForceIn([sent('a', 'questioned', 0)]), inForceIn([])]).toEqual([null, null]);
  });
});

test('each signature made a version, in the order of time, whatever the order of opening', () => {
  const signed = (id: string, at: string) => ({
    id,
    history: [{ move: 'sign' as const, by: `by ${id}`, at, why: null }],
  });
  const versions = signedVersions([
    signed('late', '2026-09-24T00:00:00Z'),
    { id: 'never', history: [] },
    signed('early', '2026-09-22T00:00:00Z'),
  ]);
  expect([...versions].map(([id, { version, before }]) => [id, version, before?.version ?? null])).toEqual([
    ['early', 1, null],
    ['late', 2, 1],
  ]);
});

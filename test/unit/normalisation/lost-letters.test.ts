import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../shared/normalisation/fold.ts';
import { namesLike, withLostLetters } from '../../../shared/normalisation/match/lost-letters.ts';
import { csvText, findingsOf, formRows, indicatorRows, reportOf } from './form-files.ts';

const like = (text: string, name: string) => namesLike(withLostLetters(text), fold)(fold(name));

describe('names like a text with lost letters', () => {
  test.each([
    ['??ng Th?p', 'Đồng Tháp', true],
    ['H?', 'Huế', true],
    ['H? N?i', 'Hà Nội', true],
    ['H? N?i', 'Hà Nam', false],
    ['?', 'Huế', false],
    ['??? ???', 'Hà Nội', false],
  ])('%s and %s: %s', (text, name, expected) => {
    expect(like(text, name)).toBe(expected);
  });

  // A pattern that goes back and forth would try more ways than there are atoms.
  test('gaps that may end in many places are followed together', () => {
    expect(like(`${'?a'.repeat(50)}?`, 'a'.repeat(150))).toBe(true);
    expect(like(`${'?a'.repeat(50)}?b`, 'a'.repeat(150))).toBe(false);
  });

  test('a text of gaps without end resembles nothing', () => {
    expect(like(`${'?a'.repeat(70)}`, 'a'.repeat(100))).toBe(false);
    expect(like('a?'.repeat(3_000), 'a'.repeat(100))).toBe(false);
  });

  test('a form whose names are nothing but lost letters is told row by row', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [
      String(at),
      '?'.repeat(300),
      `${'T? l? '.repeat(100)}${at}`,
      '%',
      '1',
      '2',
      '50',
      '',
    ]);
    const report = await reportOf(csvText(formRows({ rows: [...indicatorRows(), ...rows] })));
    expect(report.counts).toMatchObject({ rowsUsed: 21, rowsSkipped: 304, errors: 300 });
    expect(findingsOf(report)).toContain('indicator-unknown@B26');
  });
});

test('heading words in hundreds of rows and thousands of columns end in a verdict', async () => {
  const words = Array.from({ length: 100 }, (_, row) => [
    'Đơn vị',
    'Chỉ tiêu',
    ...Array.from({ length: 3_000 }, (_, column) => `w${row}x${column}`),
  ]);
  const report = await reportOf(csvText(words));
  expect(findingsOf(report)).toEqual(['header-not-found']);
});

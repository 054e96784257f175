import { describe, expect, test } from '@jest/globals';
import { formGrid, longGrid, oddReport, readOf } from './cell-files.ts';
import { csvText, findingsOf, formRows, reportOf } from './form-files.ts';

describe('marks around a number that are none of its own', () => {
  test.each([
    ["'1290", '1290'],
    ['’1.290', '1290'],
    ['="1290"', '1290'],
    ['1.290.', '1290'],
    ['1 290,', '1290'],
    ['15 .', '15'],
  ])('%s is %s, and listed', async (result, expected) => {
    for (const grid of [formGrid, longGrid]) {
      const report = await oddReport(grid({ '1354-T-2': { result } }));
      expect(findingsOf(report)).toEqual([]);
      expect(readOf(report, '1354-T-2')).toBe(expected);
      expect(report.repairs.map(({ code }) => code)).toContain('stray-marks');
    }
  });

  test.each([
    ['1.29E+03', 'Có thể là: 1290 (Excel đã viết gọn thành lũy thừa, có thể mất chữ số).'],
    ['1,29E+06', 'Có thể là: 1290000 (Excel đã viết gọn thành lũy thừa, có thể mất chữ số).'],
    ['3OO', undefined],
    ["'", undefined],
    ['=1290', undefined],
    ['="1290', undefined],
  ])('%s is asked', async (result, hint) => {
    const { findings } = await oddReport(formGrid({ '1354-T-2': { result } }));
    expect(findings.map(({ code, hint }) => [code, hint?.vi])).toEqual([['number-unreadable', hint]]);
  });
});

test('counts and rates of one export are decided alike in both layouts', async () => {
  const changed = { '1354-T-2': { result: '1.290' }, '1354-T-5': { result: '12.500' } };
  expect(findingsOf(await oddReport(formGrid(changed)))).toEqual([
    'number-ambiguous@G10',
    'number-ambiguous@G13',
  ]);
  expect(findingsOf(await oddReport(longGrid(changed)))).toEqual([
    'number-ambiguous@G7',
    'number-ambiguous@G10',
  ]);
});

describe('letters that were lost', () => {
  const text = csvText(formRows());
  const latin = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

  test('as an English Windows saves a CSV file: no encoding is guessed', async () => {
    const report = await reportOf(latin(text.replace(/[\u0100-\u{10FFFF}]/gu, '?')));
    expect(findingsOf(report)).toEqual(['letters-lost']);
    expect(report.findings[0]?.message.vi).toContain('CSV UTF-8');
  });

  test('question marks behind words are a text’s own', async () => {
    const asked = `${text}${',,"hay? thôi? sao? ai? đâu? gì? nào?",,,,,\r\n'}`;
    expect(findingsOf(await reportOf(asked))).toEqual([]);
  });
});

test('a line above the table says that all figures are estimates', async () => {
  const grid = formGrid();
  const report = await oddReport([...grid.slice(0, 3), ['(Số liệu ước thực hiện)'], ...grid.slice(3)]);
  expect(findingsOf(report)).toEqual([]);
  expect(report.observations.every(({ approximate }) => approximate)).toBe(true);
  const plain = await oddReport(grid);
  expect(plain.observations.some(({ approximate }) => approximate)).toBe(false);
});

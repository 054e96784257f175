import { expect, test } from '@jest/globals';
import { measureText, targetText } from '../../../shared/briefing/measures.ts';
import { voiceOf } from '../../../shared/briefing/voice.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Target } from '../../../shared/catalog/schema.ts';

const [vi, en] = [voiceOf('vi'), voiceOf('en')];
const source = 'QĐ 942/QĐ-TTg 15/06/2021';

test.each<[Target, string, string]>([
  [{ year: 2025, aim: { is: '=', value: '100' }, text: '= 100', source }, 'đạt 100', 'exactly 100 by 2025'],
  [{ year: 2025, aim: { is: '>=', value: '80' }, text: '≥ 80', source }, '≥ 80', '≥ 80 by 2025'],
  [
    { aim: { is: '>=', value: '100' }, text: '≥ 100, liên tục', source },
    '≥ 100, liên tục',
    '≥ 100, all the time',
  ],
  [
    { year: 2025, aim: { is: '>', value: '1234.5' }, text: '> 1.234,5', source },
    '> 1.234,5',
    '> 1,234.5 by 2025',
  ],
  [{ year: 2025, aim: { is: '<=', value: '40' }, text: '≤ 40', source }, '≤ 40', '≤ 40 by 2025'],
  [
    { year: 2025, aim: { is: 'range', from: '10', to: '20' }, text: '10–20', source },
    '10–20',
    '10 to 20 by 2025',
  ],
  [
    { year: 2030, aim: { is: 'words' }, text: 'nhóm dẫn đầu', source },
    'nhóm dẫn đầu',
    'in words: “nhóm dẫn đầu” by 2030',
  ],
])('a target %j is told as %s and %s', (target, vietnamese, english) => {
  expect([targetText(vi, target), targetText(en, target)]).toEqual([vietnamese, english]);
});

test('no target of the catalogue begins as a formula would', () => {
  const told = [...catalog.indicators.values()]
    .flatMap(({ targets = [] }) => targets)
    .flatMap((target) => [targetText(vi, target), targetText(en, target)]);
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
});

test('a unit of measure that has no English name is told as the catalogue has it', () => {
  expect(['Điểm', 'người/vạn dân', '%', 'Mbps'].map((unit) => measureText(en, unit))).toEqual([
    'points',
    'people per 10,000',
    '%',
    'Mbps',
  ]);
  expect(measureText(vi, 'người/vạn dân')).toBe('người/vạn dân');
});

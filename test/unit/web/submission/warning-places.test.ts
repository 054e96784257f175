import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../../shared/normalisation/report.ts';
import { holdsFigure } from '../../../../web/pages/submission/holds-figure.ts';
import { matterOf, placesText } from '../../../../web/pages/submission/warning-places.ts';
import { findingWith } from '../finding.ts';

const at = (cell: string) => ({ sheet: 'Biểu 766', cell });
const names: Record<string, string> = { '766.TDGQ': 'Hồ sơ đúng hạn', '766.ONLINE': 'Điểm trực tuyến' };
const nameOf = ({ about }: Pick<Finding, 'about'>) => names[about ?? ''] ?? '';

describe('of what a warning speaks, for who explains it', () => {
  const found = [
    findingWith({ about: '766.TDGQ', at: at('F18'), got: '405424' }),
    findingWith({ about: '766.ONLINE', at: at('G20'), got: '8,84' }),
  ];

  test('the indicator, the cell and the value of each place', () => {
    expect(placesText(found, 2, { language: 'vi', nameOf })).toBe(
      'Hồ sơ đúng hạn, trang Biểu 766, ô F18 “405424”; Điểm trực tuyến, trang Biểu 766, ô G20 “8,84”',
    );
  });

  test('of many the first, and how many there are more', () => {
    const many = Array.from({ length: 8 }, () => found[0] as Finding);
    const told = placesText(many, 1200, { language: 'vi', nameOf });
    expect(told.split('; ')).toHaveLength(6);
    expect(told).toMatch(/; và 1\.195 chỗ nữa$/);
    expect(placesText(found, 2, { language: 'en', nameOf, most: 1 })).toBe(
      'Hồ sơ đúng hạn, sheet Biểu 766, cell F18 “405424”; and 1 more',
    );
  });

  test('of the whole file what is known beside the sentence, or nothing', () => {
    const hint = {
      vi: 'Cả 21 số liệu trùng với quý III/2026.',
      en: 'All 21 figures are those of quarter III 2026.',
    };
    expect(placesText([findingWith({ hint })], 1, { language: 'vi', nameOf })).toBe(
      'Cả 21 số liệu trùng với quý III/2026',
    );
    expect(placesText([findingWith({})], 1, { language: 'vi', nameOf })).toBe('');
  });

  test('the matter is the first sentence', () => {
    expect(matterOf('Số liệu giống hệt kỳ trước. Hãy kiểm tra lại; nếu đúng, hãy giải trình khi ký.')).toBe(
      'Số liệu giống hệt kỳ trước',
    );
    expect(matterOf('Ngày nằm xa kỳ 2026.')).toBe('Ngày nằm xa kỳ 2026');
  });
});

test('an indicator has its figure when there is a value, and when it is 0 of 0', () => {
  const of = (value: string | null, reason: 'no-denominator' | 'not-yet' | 'missing' | null) =>
    holdsFigure({
      figure: {
        value,
        numerator: null,
        denominator: null,
        status: 'reported',
        approximate: false,
        note: null,
        reason,
      },
    });
  expect([of('0', null), of(null, 'no-denominator'), of(null, 'not-yet'), of(null, 'missing')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(holdsFigure({ figure: null })).toBe(false);
});

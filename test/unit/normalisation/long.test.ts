import { describe, expect, test } from '@jest/globals';
import { figuresOf } from '../../../shared/observations/page.ts';
import { check, csvText, findingsOf, reportOf } from './form-files.ts';

const heading = ['Đơn vị', 'Mã xã', 'Tên xã', 'Mã chỉ tiêu', 'Kỳ', 'Tử số', 'Mẫu số', 'Giá trị', 'Ghi chú'];
const province = 'Tỉnh Đồng Tháp';

/** All 21 indicators of one area. */
async function rowsOf(area: [string, string], change: Record<string, string[]> = {}): Promise<string[][]> {
  const { catalog } = await import('../../../shared/catalog/catalog.ts');
  const form = catalog.forms.get('qd766');
  return (form?.indicators ?? []).map(({ indicator }, at) => {
    const isRatio = catalog.indicators.get(indicator)?.kind === 'ratio';
    const figures = isRatio ? [String(at + 1), String(2 * at + 2), '50'] : ['', '', '5'];
    return [province, ...area, indicator, 'Quý III/2026', ...(change[indicator] ?? [...figures, ''])];
  });
}

describe('a long table', () => {
  test('of a province and two of its communes', async () => {
    const { communesOf } = await import('../../../shared/catalog/communes.ts');
    const [one, two] = communesOf('82', '2026-09-14');
    const rows = [
      heading,
      ...(await rowsOf(['', ''])),
      ...(await rowsOf([one?.code ?? '', one?.name.full ?? ''])),
      ...(await rowsOf([two?.code ?? '', ''])),
    ];
    const { report, pages } = await check(csvText(rows));
    expect(findingsOf(report)).toEqual([]);
    expect(report).toMatchObject({ layout: 'long', verdict: 'passed' });
    expect(report.counts).toMatchObject({ rowsRead: 64, rowsUsed: 63, rowsSkipped: 1, observations: 63 });
    const figures = [...pages].flatMap(figuresOf);
    expect(figures).toHaveLength(63);
    expect(figures.filter(({ area }) => area === `commune:${one?.code}`)).toHaveLength(21);
    expect(report.observations[21]).toMatchObject({ area: `commune:${one?.code}`, at: { cell: 'F23' } });
    expect(await reportOf(csvText([...rows, rows[1] as string[]])).then(findingsOf)).toEqual([
      'observation-twice@D65',
    ]);
  });
});

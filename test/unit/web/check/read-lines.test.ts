import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../../shared/catalog/catalog.ts';
import { bytesInMemory } from '../../../../shared/normalisation/bytes.ts';
import type { Context } from '../../../../shared/normalisation/context.ts';
import { inflateWeb } from '../../../../shared/normalisation/inflate-web.ts';
import { ReadLines } from '../../../../web/engine/read-lines.ts';
import { rowsOf } from '../../../../web/engine/unused-rows.ts';
import {
  check,
  csvText,
  emptyContext,
  figures,
  formRows,
  indicatorRows,
} from '../../normalisation/form-files.ts';

/** The table as it was read, of a report that is written as provinces write it. */

const context: Context = {
  ...emptyContext,
  last: {
    period: '2026-Q2',
    submission: '0'.repeat(32),
    figures: [
      { indicator: '766.TDGQ', value: null, numerator: '300', denominator: '400', status: 'reported' },
      { indicator: '766.DOSSIER_SYNC', value: null, numerator: '1', denominator: '2', status: 'reported' },
    ],
  },
};

async function linesOf(changed: Record<string, string[]>, held: Context | null = null) {
  const content = csvText(formRows({ rows: indicatorRows(changed), footer: [['Người lập biểu']] }));
  const checked = await check(content, { context: held });
  const rows = await rowsOf(bytesInMemory(new TextEncoder().encode(content)), inflateWeb);
  const lines = new ReadLines({ checked, catalog, context: held, rows, areaName: (area) => area });
  return { lines, checked };
}
const everything = { show: 'all', search: '' } as const;

describe('the table as it was read', () => {
  test('has every row of the file in its order: figures, and what became none', async () => {
    const { lines, checked } = await linesOf({});
    const { lines: shown, total } = lines.page(everything, 0);
    // Three lines of title, the heading, 21 indicators, a footer.
    expect(total).toBe(26);
    expect(shown.map(({ row }) => row)).toEqual(Array.from({ length: 26 }, (_, at) => at + 1));
    expect(shown.filter(({ status }) => status !== null)).toHaveLength(checked.report.counts.rowsUsed);
    expect(lines.counts()).toMatchObject({ all: 26, unused: 5, errors: 0, changed: 0 });
    expect(shown.at(-1)?.cells).toEqual([{ column: 'A', text: 'Người lập biểu', kind: 'text' }]);
  });

  test('shows a cell as it was read beside how it is written', async () => {
    const { lines } = await linesOf(figures('766.TDGQ', '358.660', '405.424', '88,47'));
    const { lines: shown } = lines.page({ show: 'all', search: '766.TDGQ' }, 0);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.share).toBe('88.47');
    expect(shown[0]?.figures.numerator).toMatchObject({ read: '358660', written: '358.660' });
    // The result of a ratio is not read, but what was done to it stands in its cell.
    expect(shown[0]?.figures.value).toMatchObject({ written: '88,47', repairs: [{ to: '88.47' }] });
    expect(shown[0]?.repairs).toEqual([]);
  });

  test('says of the very cell that it was an estimate, and of all where the title does', async () => {
    const { lines } = await linesOf(figures('766.TDGQ', 'khoảng 358.660', '405.424', ''));
    const [line] = lines.page({ show: 'all', search: '766.TDGQ' }, 0).lines;
    expect(line?.figures.numerator).toMatchObject({ read: '358660', approximate: true });
    expect(line?.figures.denominator).toMatchObject({ read: '405424', approximate: false });
    const content = csvText(
      formRows({
        title: [
          ['Đơn vị báo cáo: Tỉnh Đồng Tháp'],
          ['Kỳ báo cáo: Quý III/2026'],
          ['(Số liệu ước thực hiện)'],
        ],
      }),
    );
    const checked = await check(content);
    const rows = await rowsOf(bytesInMemory(new TextEncoder().encode(content)), inflateWeb);
    const all = new ReadLines({ checked, catalog, context: null, rows, areaName: (area) => area });
    const [first] = all.page({ show: 'all', search: '766.TDGQ' }, 0).lines;
    expect([first?.figures.numerator.approximate, first?.figures.denominator.approximate]).toEqual([
      true,
      true,
    ]);
  });

  test('counts what is filled: a gap and a reason are none, 0 of 0 is one', async () => {
    const { lines, checked } = await linesOf({
      ...figures('766.TDGQ', '', '', '', ''),
      ...figures('766.ONLINE', '', '', 'chưa có', ''),
      ...figures('766.DOSSIER_SYNC', '0', '0', '', ''),
    });
    expect([lines.filled, checked.report.counts.observations]).toEqual([19, 21]);
  });

  test('counts out of what the form asks for, not of what could be read', async () => {
    const { lines, checked } = await linesOf(figures('766.TDGQ', '1.23', 'x', ''));
    expect(checked.report.counts.observations).toBe(20);
    expect([lines.filled, lines.asked]).toEqual([20, 21]);
  });

  test('a finding is placed in the cell that it is about, and found from every view', async () => {
    const { lines, checked } = await linesOf(figures('766.TDGQ', '9', '2', '450'));
    const [finding] = checked.report.findings;
    const place = lines.placeOf(finding?.at ?? null);
    expect(place?.part).not.toBe('row');
    const line = place?.line as number;
    expect(lines.page({ show: 'errors', search: '' }, 0).lines.map((each) => each.line)).toEqual([line]);
    expect(lines.locate(line, { show: 'errors', search: '' })).toEqual({
      view: { show: 'errors', search: '' },
      page: 0,
    });
    // A view that does not show it gives way to the one that does.
    expect(lines.locate(line, { show: 'unused', search: '' })).toEqual({ view: everything, page: 0 });
    expect(lines.placeOf(null)).toBeNull();
  });

  test('tells how far a figure is from what stood last; what is the same is not among the changed', async () => {
    const { lines } = await linesOf(figures('766.TDGQ', '320', '400', ''), context);
    const { lines: changed } = lines.page({ show: 'changed', search: '' }, 0);
    expect(changed.map(({ indicator }) => indicator?.id)).toEqual(['766.TDGQ']);
    // 300 of 400 is 75 %, 320 of 400 is 80 %.
    expect(changed[0]?.change).toMatchObject({ shareBefore: '75', difference: '5', percent: null });
  });

  test('is searched without marks and case; what is nowhere is found nowhere', async () => {
    const { lines } = await linesOf({});
    const found = (search: string) => lines.page({ show: 'all', search }, 0).total;
    expect(found('NGUOI LAP')).toBe(1);
    expect(found('Điểm nhóm')).toBe(2);
    expect(found('không có tên này')).toBe(0);
  });

  test('a page beyond the last is the last', async () => {
    const { lines } = await linesOf({});
    expect(lines.page(everything, 7)).toMatchObject({ page: 0, pages: 1 });
    expect(lines.page(everything, -1).page).toBe(0);
  });
});

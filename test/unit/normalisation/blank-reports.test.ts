import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Context } from '../../../shared/normalisation/context.ts';
import { check, csvText, emptyContext, figures, findingsOf, formRows, indicatorRows } from './form-files.ts';
import { bookOf } from './layout-files.ts';

const ids = indicatorRows().map(([, id = '']) => id);
const ratios = ids.filter((id) => catalog.indicators.get(id)?.kind === 'ratio');
const portal = 'Nguồn: Cổng Dịch vụ công quốc gia';

/** A form whose figures are all blank, but for some rows: numerator, denominator, result, note. */
function blankBut(changed: Record<string, string[]> = {}): string {
  const rows = Object.fromEntries(
    ids.flatMap((id) => Object.entries(figures(id, ...(changed[id] ?? ['', '', '', ''])))),
  );
  return csvText(formRows({ rows: indicatorRows(rows) }));
}

/** The quarter before had 43 of 47 in every ratio and 8.84 points in every group. */
const full: Context = {
  ...emptyContext,
  last: {
    period: '2026-Q2',
    submission: 'c'.repeat(32),
    figures: ids.map((indicator) => {
      const isRatio = ratios.includes(indicator);
      return {
        indicator,
        value: isRatio ? null : '8.84',
        numerator: isRatio ? '43' : null,
        denominator: isRatio ? '47' : null,
        status: 'reported' as const,
      };
    }),
  },
};

const reportOf = async (content: string, context: Context | null = null) =>
  (await check(content, { context })).report;

describe('a file without a figure', () => {
  test('is returned where its notes only name the source', async () => {
    const sources = Object.fromEntries(ids.map((id) => [id, ['', '', '', portal]]));
    expect(findingsOf(await reportOf(blankBut(sources)))).toEqual(['report-blank']);
  });

  test('is returned where one indicator says why and the others do not', async () => {
    const one = { '766.TDGQ': ['', '', '', 'Chưa triển khai'], '766.ONLINE': ['', '', 'chưa có', ''] };
    expect(findingsOf(await reportOf(blankBut(one)))).toEqual(['report-blank']);
  });

  test('passes where each says why, in its cell or beside it', async () => {
    const each = Object.fromEntries(
      ids.map((id, at) => [id, at % 2 ? ['', '', '', 'Chưa triển khai'] : ['chưa có', '', 'chưa có', '']]),
    );
    const report = await reportOf(blankBut(each));
    expect([report.verdict, findingsOf(report)]).toEqual(['passed', []]);
  });

  test.each([
    `${portal}. Chưa có số liệu do hệ thống bảo trì`,
    'Nguồn: Cổng DVCQG - chưa triển khai',
    'Nguồn: chưa có',
    'Nguồn số liệu: chưa kết nối được',
    'Nguồn: Cổng DVCQG; quý này không phát sinh hồ sơ',
    'Nguon: Cong DVCQG, he thong bao tri',
    'Source: the portal, down for maintenance',
    'Nguồn nhân lực còn mỏng',
    'Do hết nguồn kinh phí',
    'n/a',
  ])('passes with a source that says what is missing, and with a reason: %s', async (note) => {
    const each = Object.fromEntries(ids.map((id) => [id, ['', '', '', note]]));
    expect(findingsOf(await reportOf(blankBut(each), full))).toEqual([]);
  });

  test.each([
    'Nguồn: Cổng Dịch vụ công quốc gia'.normalize('NFD'),
    'Nguồn trích xuất: Cổng DVC',
    'Theo nguồn: Cổng DVC',
    'Ghi chú: Nguồn: Cổng',
    'Nguồn số liệu: nội dung báo cáo của Sở Nội vụ',
    'Nguon: Cong DVC',
    'Source: the national portal',
    'Nguồn',
    '-',
    'x',
    '.',
    '30/9',
  ])('is returned with a source alone, and with what says nothing: %s', async (note) => {
    const each = Object.fromEntries(ids.map((id) => [id, ['', '', '', note]]));
    expect(findingsOf(await reportOf(blankBut(each)))).toEqual(['report-blank']);
  });

  test('is not one that holds results alone, whose parts are asked for; a formula over blanks gives 0 or an error', async () => {
    const codesOf = async (result: string, context: Context | null) => {
      const each = Object.fromEntries(ratios.map((id) => [id, ['', '', result, '']]));
      const { groups } = await reportOf(blankBut(each), context);
      return groups.map(({ code, count }) => [code, count]);
    };
    expect(ratios).toHaveLength(19);
    expect(await codesOf('91,5', null)).toEqual([['ratio-incomplete', 19]]);
    // The two scores are gone; the ratios are not.
    expect(await codesOf('91,5', full)).toEqual([
      ['ratio-incomplete', 19],
      ['figure-gone', 2],
    ]);
    expect(await codesOf('0', null)).toEqual([['report-blank', 1]]);
    expect((await codesOf('#DIV/0!', null)).map(([code]) => code)).toContain('report-blank');
  });

  test('of a workbook passes with one reason that is merged over all of its rows, and not over some', async () => {
    const grid = formRows({ rows: indicatorRows() }).map((row, at) =>
      at < 4 ? row : [...row.slice(0, 4), '', '', '', at === 4 ? 'Đơn vị mới sáp nhập, chưa có số liệu' : ''],
    );
    const merged = async (ref: string, context: Context | null) =>
      (await check(bookOf({ name: 'Biểu', rows: grid, merges: [ref] }), { context })).report;
    const last = 4 + ids.length;
    const whole = await merged(`H5:H${last}`, full);
    expect([whole.verdict, findingsOf(whole)]).toEqual(['passed', []]);
    expect(new Set(whole.observations.map(({ note }) => note))).toEqual(
      new Set(['Đơn vị mới sáp nhập, chưa có số liệu']),
    );
    expect(findingsOf(await merged(`H5:H${last - 1}`, null))).toEqual(['report-blank']);
  });

  test('whose rows could not be read: that is told first, and the blank behind it', async () => {
    // Decimal commas in a file that is cut by commas: every row has a cell too many.
    const rows = indicatorRows().map((row) => {
      const figures = row[1] === '766.ONLINE' ? ['', '', ''] : ['1', '47', '2,13'];
      return [...row.slice(0, 4), ...figures].join(',');
    });
    const head = ['STT', 'Mã chỉ tiêu', 'Chỉ tiêu', 'ĐVT', 'Tử số (a)', 'Mẫu số (b)', 'Kết quả'].join(',');
    const text = [
      'Đơn vị báo cáo: Tỉnh Đồng Tháp',
      'Biểu mẫu: qd766',
      'Kỳ báo cáo: Quý III/2026',
      head,
      ...rows,
    ].join('\r\n');
    const report = await reportOf(text);
    expect(report.groups[0]?.code).toBe('csv-ragged');
    expect(report.groups.find(({ code }) => code === 'report-blank')?.cause).toBe('csv-ragged');
    expect(report.findings[0]?.code).toBe('csv-ragged');
  });
});

describe('a figure that stood in the last period', () => {
  const one = { '766.TDGQ': ['1', '2', '50', ''] };

  test('and is blank now is asked for at its cell, and one code is explained for all of them', async () => {
    const report = await reportOf(blankBut(one), full);
    const gone = report.findings.filter(({ code }) => code === 'figure-gone');
    expect(report.verdict).toBe('passed-with-warnings');
    expect(gone.map(({ about }) => about)).toEqual(ids.filter((id) => id !== '766.TDGQ'));
    expect([gone[0]?.at?.cell, gone[0]?.hint]).toEqual([
      'E5',
      { vi: 'Quý II/2026 là 43/47.', en: 'In quarter II 2026 it was 43/47.' },
    ]);
    const points = gone.find(({ about }) => about === '766.ONLINE');
    expect([points?.at?.cell, points?.hint?.vi]).toEqual(['G10', 'Quý II/2026 là 8,84.']);
    expect(report.groups.filter(({ code }) => code === 'figure-gone').map(({ count }) => count)).toEqual([
      20,
    ]);
  });

  test('is not asked for where its row says why, where it is 0 of 0, and where none stood', async () => {
    const said = {
      ...Object.fromEntries(ids.map((id) => [id, ['', '', '', 'Tạm dừng từ 01/7/2026']])),
      '766.TDGQ': ['1', '2', '50', ''],
      '766.DOSSIER_SYNC': ['không áp dụng', 'không áp dụng', '', ''],
      '766.PUBLISH_ON_TIME': ['0', '0', '', ''],
      '766.TTTT_DOSSIER': ['', '', '', portal],
    };
    const report = await reportOf(blankBut(said), full);
    const aboutGone = report.findings.flatMap(({ code, about }) => (code === 'figure-gone' ? [about] : []));
    expect(aboutGone).toEqual(['766.TTTT_DOSSIER']);
    const none: Context = { ...full, last: full.last && { ...full.last, figures: [] } };
    expect(findingsOf(await reportOf(blankBut(one), none))).toEqual([]);
  });

  test('in a file without a figure, all of them follow from that', async () => {
    const report = await reportOf(blankBut(), full);
    expect(report.groups.map(({ code, count }) => [code, count])).toEqual([
      ['report-blank', 1],
      ['figure-gone', 21],
    ]);
    expect(new Set(report.findings.slice(1).map(({ cause }) => cause))).toEqual(new Set(['report-blank']));
  });
});

import { cellText } from '../../observations/cell-text.ts';
import { newAmong, sinceBefore } from '../changes.ts';
import { detailLines } from '../finding-words.ts';
import { resultTitle } from '../layout/own-sheets.ts';
import type { Finding, Report } from '../report.ts';
import { cellName } from '../table.ts';
import { fills, severityNames } from './marks.ts';
import { frozenView, locationOf, type NewCell, type NewRow, type NewSheet } from './new-sheet.ts';
import type { CellStyle } from './styles.ts';

/** The sheet that lists what was found. */
export const resultSheetName = 'Kết quả kiểm tra';
/** The defined name by which this sheet is known again when a marked workbook comes back. */
export const resultSheetMark = 'DIEM_CAU_KET_QUA';

const heading: CellStyle = { bold: true, fill: 'D9E2F3', border: true, wrap: true, align: 'center' };
const body: CellStyle = { border: true, wrap: true };
const link: CellStyle = { ...body, colour: '0563C1', underline: true };

/**
 * No heading of a form is among these, and no row holds two cells that can be read as figures, so that the sheet
 * is never taken for one that reports.
 */
const headings = [
  'TT',
  'Mức độ / Severity',
  'Vị trí / Place',
  'Điều cần sửa',
  'What to mend',
  'Chi tiết / Details',
  'Quy tắc / Rule',
  sinceBefore.heading,
];
const widths = [6, 14, 22, 56, 56, 50, 26, 20];
const shownLength = 1_000;

const verdicts: Readonly<Record<Report['verdict'], string>> = {
  passed: 'Đạt / Passed',
  'passed-with-warnings': 'Đạt, có cảnh báo / Passed with warnings',
  returned: 'Trả lại để sửa / Returned',
};

/**
 * The sheet of all findings and counts.
 * @param notes what the reader must know first: that the workbook is new, what was dropped
 * @param sheetFor the sheet in this workbook for a finding's one, or null when it is not there
 */
export function resultSheet(
  report: Report,
  notes: readonly string[],
  sheetFor: (sheet: string | null) => string | null,
): NewSheet {
  const { counts, file, findings } = report;
  const lines: [string, CellStyle][] = [
    [resultTitle, { bold: true, size: 14 }],
    ...notes.map((note): [string, CellStyle] => [note, { bold: true, colour: 'C00000' }]),
    [`Tệp / File: ${file.name}`, {}],
    [`SHA-256: ${file.sha256}`, {}],
    [`Kết luận / Verdict: ${verdicts[report.verdict]}`, { bold: true }],
    [
      `Lỗi / Errors: ${counts.errors} · Cảnh báo / Warnings: ${counts.warnings} · Chuẩn hóa / Repairs: ${counts.repairs}`,
      {},
    ],
    [
      `Dòng đã đọc / Rows read: ${counts.rowsRead} = đã dùng / used ${counts.rowsUsed} + bỏ qua / skipped ${counts.rowsSkipped}`,
      {},
    ],
  ];
  const total = counts.errors + counts.warnings;
  if (total > findings.length) {
    const cut = `Chỉ liệt kê ${findings.length} trong ${total} mục / ${findings.length} of ${total} are listed`;
    lines.push([cut, { bold: true }]);
  }
  const top: NewRow[] = lines.map(([text, style], at) => ({
    number: at + 1,
    cells: [{ column: 0, text, style }],
  }));
  const fresh = newAmong(report);
  const headingRow = top.length + 2;
  const rows: NewRow[] = [
    ...top,
    { number: headingRow, cells: headings.map((text, column) => ({ column, text, style: heading })) },
    ...findings.map((finding, at) =>
      findingRow(finding, {
        number: at + 1,
        row: headingRow + 1 + at,
        since: sinceBefore.textOf(finding, report.changes, fresh),
      }),
    ),
  ];
  return {
    rows,
    widths,
    views: frozenView(headingRow),
    behindData: `<autoFilter ref="A${headingRow}:${cellName(headings.length - 1, headingRow + findings.length)}"/>`,
    links: findings.flatMap((finding, at) => linkOf(finding, headingRow + 1 + at, sheetFor)),
    page: '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    properties: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  };
}

function findingRow(
  finding: Finding,
  { number, row, since }: { number: number; row: number; since: string },
): NewRow {
  const { severity, code, at, message } = finding;
  const place = at ? cellText(at) : 'Cả tệp / whole file';
  const texts = [message.vi, message.en, detailLines(finding).join('\n'), code, since];
  const cells: NewCell[] = [
    { column: 0, number: String(number), style: body },
    { column: 1, text: severityNames[severity], style: { ...body, bold: true, fill: fills[severity] } },
    { column: 2, text: place, style: at ? link : body },
    ...texts.map((text, index) => ({ column: index + 3, text: cut(text), style: body })),
  ];
  return { number: row, cells };
}

function linkOf(
  { at }: Finding,
  row: number,
  sheetFor: (sheet: string | null) => string | null,
): { cell: string; location: string; display: string }[] {
  const sheet = at && sheetFor(at.sheet);
  if (!at || sheet === null) return [];
  return [{ cell: `C${row}`, location: locationOf(sheet, at.cell), display: cellText(at) }];
}

function cut(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength - 1)}…` : text;
}

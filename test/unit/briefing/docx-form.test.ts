import { expect, test } from '@jest/globals';
import type { Block, Briefing, TableBlock } from '../../../shared/briefing/content.ts';
import { docxOf } from '../../../shared/briefing/render/docx.ts';
import { constructedBriefing } from './constructed-briefing.ts';
import { all, type Node, partsOf, val, xmlOf } from './docx-parts.ts';

/** The form of NĐ 30/2020/NĐ-CP, Annex I, as it stands in the document. Word measures in 1/1440 inch. */

const millimetres = (twips: string | undefined) => (Number(twips) * 25.4) / 1440;
const size = { units: 34, indicators: 40 };
const vi = constructedBriefing('vi', size);
const parts = await partsOf(await docxOf(vi));
const document = xmlOf(parts, 'word/document.xml');

function styled(root: Node, style: string): string[] {
  return all(root, 'w:p')
    .filter((paragraph) => val(paragraph, 'w:pStyle') === style)
    .map(({ text }) => text);
}

/** The tables that have a head: not those that only place things beside each other. */
function dataTables(root: Node): Node[] {
  return all(root, 'w:tbl').filter((table) => all(table, 'w:tblHeader').length > 0);
}

const textOf = (root: Node) => all(root, 'w:t').map(({ text }) => text);

test('A4 with margins of 20–25, 30–35 and 15–20 mm; what is wide lies', () => {
  const sections = all(document, 'w:sectPr');
  const sizes = sections.map((section) => all(section, 'w:pgSz')[0]?.attributes ?? {});
  expect(sizes.map((each) => [each['w:orient'], Math.round(millimetres(each['w:w']))])).toEqual([
    ['portrait', 210],
    ['landscape', 297],
  ]);
  for (const section of sections) {
    const margin = all(section, 'w:pgMar')[0]?.attributes ?? {};
    for (const [side, least, most] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      expect(millimetres(margin[`w:${side}`])).toBeGreaterThan(least - 0.02);
      expect(millimetres(margin[`w:${side}`])).toBeLessThan(most + 0.02);
    }
  }
});

test('a number stands above every page but the first; the snapshot’s hash below every page', () => {
  const sections = all(document, 'w:sectPr');
  expect(sections.map((section) => all(section, 'w:titlePg').length)).toEqual([1, 0]);
  const targets = new Map(
    all(xmlOf(parts, 'word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      `word/${attributes.Target}`,
    ]),
  );
  const used = (kind: string) =>
    sections.flatMap((section) =>
      all(section, `w:${kind}Reference`).map(({ attributes }) => ({
        type: attributes['w:type'],
        part: xmlOf(parts, targets.get(attributes['r:id']) as string),
      })),
    );
  const headers = used('header');
  expect(headers.map(({ type }) => type).sort()).toEqual(['default', 'default', 'first']);
  for (const { type, part } of headers) {
    const fields = all(part, 'w:instrText').map(({ text }) => text.trim());
    expect(fields).toEqual(type === 'first' ? [] : ['PAGE']);
    if (type !== 'first') expect([val(part, 'w:pStyle'), val(part, 'w:sz')]).toEqual(['PageHead', '26']);
  }
  const footers = used('footer');
  expect(footers).toHaveLength(3);
  for (const { part } of footers) expect(part.text).toBe(`Lập từ bản chốt số liệu ${vi.snapshot}`);
});

test('the head says who, what and when, in the letters of the decree', () => {
  const head = all(all(document, 'w:tbl')[0] as Node, 'w:r').filter(({ text }) => text !== '');
  const set = head.map((run) => [
    run.text,
    Number(val(run, 'w:sz')) / 2,
    all(run, 'w:b').length > 0 ? 'bold' : all(run, 'w:i').length > 0 ? 'italic' : 'plain',
  ]);
  expect(set).toEqual([
    ['ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ', 12, 'bold'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 'bold'],
    ['Độc lập - Tự do - Hạnh phúc', 13, 'bold'],
    ['Số:        /BC-UBQGCĐS', 13, 'plain'],
    ['Hà Nội, ngày 15 tháng 10 năm 2026', 13, 'italic'],
  ]);
});

test('the body is justified, its first lines are 1 cm in, its letters 14 and black', () => {
  const styles = xmlOf(parts, 'word/styles.xml');
  const body = all(styles, 'w:style').find(
    ({ attributes }) => attributes['w:styleId'] === 'BodyText',
  ) as Node;
  expect(val(body, 'w:jc')).toBe('both');
  expect(millimetres(all(body, 'w:ind')[0]?.attributes['w:firstLine'])).toBeCloseTo(10, 1);
  const defaults = all(styles, 'w:rPrDefault')[0] as Node;
  expect(all(defaults, 'w:rFonts')[0]?.attributes['w:ascii']).toBe('Times New Roman');
  expect([val(defaults, 'w:sz'), val(defaults, 'w:color'), val(defaults, 'w:lang')]).toEqual([
    '28',
    '000000',
    'vi-VN',
  ]);
});

test('headings are real ones; tables and figures are captioned and counted in order', async () => {
  const headings = vi.sections.map(({ heading, annex }) => `${heading}${annex?.title ?? ''}`);
  expect(styled(document, 'Heading1')).toEqual(headings);
  expect(styled(document, 'Caption')).toEqual([
    'Bảng 1. Tình hình gửi báo cáo theo đơn vị',
    'Hình 1. Trung bình cả nước theo trụ cột. Chỗ trống là không có số liệu.',
    'Hình 2. Tổng điểm của các đơn vị, quý III năm 2026',
    'Hình 3. Thay đổi so với phiên trước',
    'Bảng 2. Tình hình thực hiện 27 nhiệm vụ',
    'Bảng 3. Toàn bộ số liệu theo đơn vị và chỉ tiêu (phần 1/3)',
    'Bảng 3. Toàn bộ số liệu theo đơn vị và chỉ tiêu (phần 2/3)',
    'Bảng 3. Toàn bộ số liệu theo đơn vị và chỉ tiêu (phần 3/3)',
  ]);
  const english = await partsOf(await docxOf(constructedBriefing('en', { units: 5, indicators: 3 })));
  expect(styled(xmlOf(english, 'word/document.xml'), 'Caption').slice(0, 2)).toEqual([
    'Table 1. Reports by unit',
    'Figure 1. National means by pillar. A gap means that there is no figure.',
  ]);
  expect(val(all(xmlOf(english, 'word/styles.xml'), 'w:rPrDefault')[0] as Node, 'w:lang')).toBe('en-US');
});

test('Nơi nhận and the place for a signature stand after the text and before the annex', () => {
  const text = textOf(document);
  const order = [
    'III. Nhiệm vụ',
    'Nơi nhận:',
    'TM. ỦY BAN',
    'Phụ lục',
    'SỐ LIỆU CHI TIẾT',
    '(Kèm theo Báo cáo số    /BC-UBQGCĐS)',
  ].map((each) => text.indexOf(each));
  expect(order.every((at, index) => at >= 0 && at > (order[index - 1] ?? -1))).toBe(true);
});

test('every table’s head is marked and repeated, and rows do not split', () => {
  const tables = dataTables(document);
  expect(tables).toHaveLength(5);
  for (const table of tables) {
    const rows = all(table, 'w:tr');
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual(
      rows.map((_, at) => (at === 0 ? 1 : 0)),
    );
    expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    const widths = all(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
    expect(rows.every((row) => all(row, 'w:tc').length === widths.length)).toBe(true);
  }
});

test('a row of more than half a page may go on on the next: kept whole, its end would be lost', async () => {
  const long = withTable({
    ...emptyTable(),
    rows: [[{ text: '1' }, { text: 'Nhiệm vụ rất dài. '.repeat(400) }]],
  });
  const [table] = dataTables(xmlOf(await partsOf(await docxOf(long)), 'word/document.xml'));
  const rows = all(table as Node, 'w:tr');
  expect(rows.slice(1).map((row) => all(row, 'w:cantSplit').length)).toEqual([0]);
});

test('of a table split by columns every cell stands in one part, each row with its name', () => {
  const wide = vi.sections.at(-1)?.blocks[0] as TableBlock;
  const annexed = dataTables(document).slice(-3);
  const heads = annexed.map((table) => textOf(all(table, 'w:tr')[0] as Node));
  expect(heads.map((head) => head[0])).toEqual(['Đơn vị', 'Đơn vị', 'Đơn vị']);
  expect(heads.flatMap((head) => head.slice(1))).toEqual(wide.columns.slice(1).map(({ head }) => head));
  for (const [at, row] of wide.rows.entries()) {
    const written = annexed.map((table) => textOf(all(table, 'w:tr')[at + 1] as Node));
    expect(written.map((cells) => cells[0])).toEqual([row[0]?.text, row[0]?.text, row[0]?.text]);
    expect(written.flatMap((cells) => cells.slice(1))).toEqual(row.slice(1).map(({ text }) => text));
  }
});

test('no table is wider than its page', () => {
  const widths = dataTables(document).map((table) =>
    all(table, 'w:gridCol').reduce((sum, { attributes }) => sum + millimetres(attributes['w:w']), 0),
  );
  // 210 − 30 − 15 on a page that stands, 297 − 30 − 15 on one that lies.
  expect(widths.map((width) => Math.round(width))).toEqual([165, 165, 252, 252, 252]);
});

test('what is only in the workbook has no empty table, and its note says where it is', async () => {
  const none = withTable({ ...emptyTable(), rows: [], full: [[{ text: '1' }]], note: 'Xem tệp XLSX.' });
  const written = xmlOf(await partsOf(await docxOf(none)), 'word/document.xml');
  expect(dataTables(written)).toEqual([]);
  expect(styled(written, 'Note')).toEqual(['Xem tệp XLSX.']);
  expect(styled(written, 'Caption')).toEqual(['Bảng 1. Bảng thử']);
});

function emptyTable(): TableBlock {
  const columns = ['STT', 'Nhiệm vụ'].map((head) => ({ head, align: 'start' as const, width: 1 }));
  return { kind: 'table', id: 'try', caption: 'Bảng thử', columns, rows: [] };
}

function withTable(table: TableBlock): Briefing {
  return { ...vi, sections: [{ id: 'tasks', heading: 'I. Thử', blocks: [table] }] };
}

test('only a table too wide for a page that stands lies; the chart after it stands again, no higher than its page', async () => {
  const wide = vi.sections.at(-1)?.blocks[0] as TableBlock;
  const chart = vi.sections[1]?.blocks.find(
    (block) => block.kind === 'chart' && block.categories.length === 34,
  );
  const blocks = [emptyTable(), wide, chart as Block, { kind: 'paragraph' as const, text: 'Hết.' }];
  const only = { ...vi, sections: [{ id: 'movers', heading: 'III. Thử', blocks }] };
  const written = xmlOf(await partsOf(await docxOf(only)), 'word/document.xml');
  const orientations = all(written, 'w:sectPr').map(
    (section) => all(section, 'w:pgSz')[0]?.attributes['w:orient'],
  );
  expect(orientations).toEqual(['portrait', 'landscape', 'portrait']);
  // 914,400 EMU an inch; 297 mm less two margins of 20 mm.
  const height = (Number(all(written, 'wp:extent')[0]?.attributes.cy) / 914_400) * 25.4;
  expect(height).toBeGreaterThan(100);
  expect(height).toBeLessThan(257);
});

import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Briefing } from '../../content.ts';
import { textArea, twips } from './page.ts';
import { cleanText, runsOf, textWidth } from './text.ts';

/** Millimetres: the issuer stands left, the country's name right, each in its half of the page. */
const left = 67;
const right = textArea('portrait').width - left;

/**
 * The head of the first page. NĐ 30/2020/NĐ-CP, Annex I, part I, II.1 to II.5: quốc hiệu "bằng chữ in hoa, cỡ chữ
 * từ 12 đến 13, kiểu chữ đứng, đậm và ở phía trên cùng, bên phải"; tiêu ngữ "bằng chữ in thường, cỡ chữ từ 13 đến
 * 14, kiểu chữ đứng, đậm và được canh giữa dưới Quốc hiệu … phía dưới có đường kẻ ngang, nét liền, có độ dài bằng độ
 * dài của dòng chữ"; the issuer's name upper case, 12 to 13, bold, below it a rule "có độ dài bằng từ 1/3 đến 1/2 độ
 * dài của dòng chữ"; số và ký hiệu in 13; place and date in italics, 13 to 14; title and subject bold, 13 to 14, the
 * subject with the same rule below.
 */
export function letterheadOf({ letterhead, title, subject }: Briefing): (Paragraph | Table)[] {
  const { issuer, country, motto, number, placeAndDate } = letterhead;
  const rows = [
    [
      [balanced(issuer, 12, left), rule(left, lineLength(issuer, 12, left) * 0.4)],
      [
        line(country, { bold: true, size: 24 }),
        line(motto, { bold: true, size: 26 }),
        rule(right, textWidth(cleanText(motto), 13, true)),
      ],
    ],
    [[line(number, { size: 26 })], [line(placeAndDate, { italics: true, size: 26 })]],
  ];
  const width = textArea('portrait').width;
  return [
    sideBySide(rows as Paragraph[][][], [left, right]),
    line('', { size: 12 }),
    new Paragraph({ style: 'HeadTitle', spacing: { before: 240 }, children: runsOf(title) }),
    balanced(subject, 14, width),
    rule(width, lineLength(subject, 14, width) * 0.4),
    line('', { size: 16 }),
  ];
}

/** A table that only places things beside each other: no border, nothing that a reader by ear takes for data. */
export function sideBySide(rows: Paragraph[][][], widths: readonly number[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, each) => sum + each, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    margins: { left: 0, right: 0, top: 20, bottom: 20 },
    rows: rows.map(
      (cells) =>
        new TableRow({ cantSplit: true, children: cells.map((children) => new TableCell({ children })) }),
    ),
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function line(text: string, run: { bold?: boolean; italics?: boolean; size: number }): Paragraph {
  return new Paragraph({ style: 'HeadLine', children: [new TextRun({ text: cleanText(text), ...run })] });
}

/** A rule of a length in the middle of a width, both in millimetres. */
function rule(width: number, length: number): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: 30, after: 0, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [new TextRun({ text: '', size: 4 })],
  });
}

/** A bold text in the middle, on lines of about one length: no single word stands on the last. */
function balanced(text: string, size: number, width: number): Paragraph {
  const side = twips(Math.max(0, (width - lineLength(text, size, width) * 1.18) / 2));
  const run = { size: size * 2, bold: true };
  const children = [new TextRun({ text: cleanText(text), ...run })];
  return new Paragraph({ style: 'HeadLine', indent: { left: side, right: side }, children });
}

/** How long each of a text's lines is when they are alike, in millimetres. */
function lineLength(text: string, size: number, width: number): number {
  const length = textWidth(cleanText(text), size, true);
  return length / Math.ceil(length / (width * 0.95) || 1);
}

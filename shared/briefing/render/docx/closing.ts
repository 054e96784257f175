import { type AlignmentType, Paragraph, type Table, TextRun } from 'docx';
import type { Closing } from '../../content.ts';
import { sideBySide } from './letterhead.ts';
import { textArea } from './page.ts';
import { cleanText } from './text.ts';

/**
 * Nơi nhận and the place for a signature. NĐ 30/2020/NĐ-CP, Annex I, part I, II.9 and II.7: the words "Nơi nhận" in
 * 12, italic and bold, its lines in 11, each begun with a dash; the signer's office in upper case, 13 to 14, bold.
 * The name is left to who signs.
 */
export function closingOf({ recipients, signature }: Closing): (Paragraph | Table)[] {
  const to = [
    line(recipients.head, { size: 24, bold: true, italics: true }, 'left'),
    ...recipients.lines.map((text) => line(text, { size: 22 }, 'left')),
  ];
  const by = signature.map((text) =>
    // What is in brackets tells what to write there.
    line(text, text.startsWith('(') ? { size: 26, italics: true } : { size: 28, bold: true }, 'center'),
  );
  const space = Array.from({ length: 5 }, () => line('', { size: 28 }, 'center'));
  const { width } = textArea('portrait');
  return [
    new Paragraph({ keepNext: true, children: [] }),
    sideBySide([[to, [...by, ...space]]], [width * 0.45, width * 0.55]),
  ];
}

function line(
  text: string,
  run: { size: number; bold?: boolean; italics?: boolean },
  alignment: (typeof AlignmentType)['LEFT' | 'CENTER'],
): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { before: 0, after: 0 },
    children: [new TextRun({ text: cleanText(text), ...run })],
  });
}

import { type FileChild, Paragraph } from 'docx';
import type { ChartBlock, TableBlock } from '../../content.ts';
import type { Language } from '../../voice.ts';
import { layoutWord } from '../words.ts';
import { chartOf } from './chart.ts';
import { fitTable, type Reading } from './fit-table.ts';
import type { Orientation } from './page.ts';
import { tableOf } from './table.ts';
import { runsOf } from './text.ts';

/** Where blocks are set; tables and figures are counted through the whole document. */
export type Setting = {
  language: Language;
  orientation: Orientation;
  /** The annex is looked up in, the text is read. */
  reading: Reading;
  /** Whether something stands before it on its page. */
  follows: boolean;
  counted: { tables: number; figures: number };
};

/** Of more rows a table of the annex, and each part of a table, begins a page. */
const shortTable = 12;

/** A table below its caption, in as many parts as it is too wide. @param tied its end stays with what follows */
export function captionedTable(block: TableBlock, setting: Setting, tied: boolean): FileChild[] {
  const { language, orientation, reading, follows, counted } = setting;
  counted.tables += 1;
  const caption = `${layoutWord('table', language)} ${counted.tables}. ${block.caption}`;
  // What is too long for paper has no rows here: its note says where they are.
  const parts = block.rows.length === 0 && block.note ? [] : fitTable(block, orientation, reading);
  const written = parts.flatMap((fitted, at) => {
    const which = parts.length > 1 ? ` (${layoutWord('part', language)} ${at + 1}/${parts.length})` : '';
    const apart = at > 0 || (reading === 'looked-up' && follows);
    const anew = apart && block.rows.length > shortTable;
    return [captionAbove(`${caption}${which}`, anew), tableOf(fitted, tied && at === parts.length - 1)];
  });
  // Two tables that touch would be one to Word: without a note a line of no height stands between.
  const after = block.note
    ? new Paragraph({ style: 'Note', keepNext: tied, children: runsOf(block.note) })
    : new Paragraph({ style: 'Gap', keepNext: tied });
  return parts.length === 0 ? [captionAbove(caption, false), after] : [...written, after];
}

function captionAbove(text: string, anew: boolean): Paragraph {
  return new Paragraph({ style: 'Caption', keepNext: true, pageBreakBefore: anew, children: runsOf(text) });
}

/** A chart above its caption, which says what its gaps mean. */
export function captionedChart(block: ChartBlock, setting: Setting, tied: boolean): FileChild[] {
  const { language, orientation, counted } = setting;
  counted.figures += 1;
  const caption = `${layoutWord('figure', language)} ${counted.figures}. ${block.caption}`;
  const captioned = (text: string) =>
    new Paragraph({ style: 'Caption', keepNext: tied, children: runsOf(text) });
  // Nothing cannot be drawn, and is said.
  if (block.categories.length === 0 || block.series.length === 0) {
    return [captioned(`${caption}: ${layoutWord('noFigure', language)}`)];
  }
  const missing = block.series.some(({ values }) =>
    block.categories.some((_, at) => (values[at] ?? null) === null),
  );
  const gaps = `${/[.!?]$/.test(caption) ? '' : '.'} ${layoutWord('gaps', language)}`;
  return [
    chartOf(block, { language, orientation, number: counted.figures, caption }),
    captioned(missing ? `${caption}${gaps}` : caption),
  ];
}

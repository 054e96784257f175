import { AlignmentType, type FileChild, LevelFormat, LevelSuffix, Paragraph } from 'docx';
import type { Block, ChartBlock, List, Section, TableBlock } from '../../content.ts';
import type { Language } from '../../voice.ts';
import { layoutWord } from '../words.ts';
import { chartOf } from './chart.ts';
import { fitTable } from './fit-table.ts';
import { type Orientation, twips } from './page.ts';
import { tableOf } from './table.ts';
import { runsOf } from './text.ts';

/** Where blocks are set; tables and figures are counted through the whole document. */
export type Setting = {
  language: Language;
  orientation: Orientation;
  counted: { tables: number; figures: number };
};

/** Lists begin with a dash, as official documents have them, and are real lists for a reader by ear. */
export const dashes = {
  reference: 'dashes',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '-',
      suffix: LevelSuffix.SPACE,
      style: { paragraph: { indent: { left: 0, firstLine: twips(10) } } },
    },
  ],
};

/**
 * A section's heading and blocks.
 * @param tied its end stays with what follows: who signs never stands alone on a page
 */
export function sectionBlocks(
  { id, heading, blocks }: Section,
  setting: Setting,
  tied: boolean,
): FileChild[] {
  const head = new Paragraph({
    style: 'Heading1',
    children: runsOf(heading),
    ...(id === 'annex' && { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } }),
  });
  return [head, ...blocks.flatMap((block, at) => blockOf(block, setting, tied && at === blocks.length - 1))];
}

function blockOf(block: Block, setting: Setting, tied: boolean): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ style: 'BodyText', keepNext: tied, children: runsOf(block.text) })];
    case 'list':
      return listOf(block, tied);
    case 'table':
      return captionedTable(block, setting, tied);
    case 'chart':
      return captionedChart(block, setting, tied);
  }
}

function listOf({ items }: List, tied: boolean): FileChild[] {
  const numbering = { reference: dashes.reference, level: 0 };
  return items.map(
    (item, at) =>
      new Paragraph({
        style: 'BodyText',
        numbering,
        keepNext: tied && at === items.length - 1,
        children: runsOf(item),
      }),
  );
}

function captionedTable(
  block: TableBlock,
  { language, orientation, counted }: Setting,
  tied: boolean,
): FileChild[] {
  counted.tables += 1;
  const label = `${layoutWord('table', language)} ${counted.tables}`;
  // What is too long for paper has no rows here: its note says where they are.
  const parts = block.rows.length === 0 && block.note ? [] : fitTable(block, orientation);
  const alone = new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: runsOf(`${label}. ${block.caption}`),
  });
  const written = parts.flatMap((fitted, at) => {
    const which = parts.length > 1 ? ` (${layoutWord('part', language)} ${at + 1}/${parts.length})` : '';
    const text = `${label}. ${block.caption}${which}`;
    return [
      // Each part of a table of some length begins a page, so that rows can be followed from part to part.
      new Paragraph({
        style: 'Caption',
        keepNext: true,
        pageBreakBefore: at > 0 && block.rows.length > 12,
        children: runsOf(text),
      }),
      tableOf(fitted, tied && at === parts.length - 1),
    ];
  });
  // Two tables that touch would be one to Word: without a note a line of no height stands between.
  const after = block.note
    ? new Paragraph({ style: 'Note', keepNext: tied, children: runsOf(block.note) })
    : new Paragraph({ style: 'Gap', keepNext: tied });
  return parts.length === 0 ? [alone, after] : [...written, after];
}

function captionedChart(
  block: ChartBlock,
  { language, orientation, counted }: Setting,
  tied: boolean,
): FileChild[] {
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
  const text = missing
    ? `${caption}${/[.!?]$/.test(caption) ? '' : '.'} ${layoutWord('gaps', language)}`
    : caption;
  return [chartOf(block, { language, orientation, number: counted.figures, caption }), captioned(text)];
}

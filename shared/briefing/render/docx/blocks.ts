import { AlignmentType, type FileChild, LevelFormat, LevelSuffix, Paragraph } from 'docx';
import type { Block, Briefing, ChartBlock, List, Section, TableBlock } from '../../content.ts';
import { chartOf } from './chart.ts';
import { fitTable } from './fit-table.ts';
import { type Orientation, twips } from './page.ts';
import { tableOf } from './table.ts';
import { runsOf } from './text.ts';
import { wordsOf } from './words.ts';

/** Where blocks are set; tables and figures are counted through the whole document. */
export type Setting = {
  language: Briefing['language'];
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
  const { table, part } = wordsOf(language);
  const parts = fitTable(block, orientation);
  const written = parts.flatMap((fitted, at) => {
    const which = parts.length > 1 ? ` ${part(at + 1, parts.length)}` : '';
    const text = `${table} ${counted.tables}. ${block.caption}${which}`;
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
  return [...written, after];
}

function captionedChart(block: ChartBlock, { language, counted }: Setting, tied: boolean): FileChild[] {
  // A drawing of nothing is no drawing: the table beside it says that there is nothing.
  if (block.categories.length === 0 || block.series.length === 0) return [];
  counted.figures += 1;
  const { figure, gaps } = wordsOf(language);
  const caption = `${figure} ${counted.figures}. ${block.caption}`;
  const missing = block.series.some(({ values }) =>
    block.categories.some((_, at) => (values[at] ?? null) === null),
  );
  const text = missing ? `${caption}${/[.!?]$/.test(caption) ? '' : '.'} ${gaps}` : caption;
  return [
    chartOf(block, { language, number: counted.figures, caption }),
    new Paragraph({ style: 'Caption', keepNext: tied, children: runsOf(text) }),
  ];
}

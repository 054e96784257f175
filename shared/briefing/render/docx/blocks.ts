import { AlignmentType, type FileChild, LevelFormat, LevelSuffix, Paragraph, TextRun } from 'docx';
import type { Block, List, Section } from '../../content.ts';
import { captionedChart, captionedTable, type Setting } from './captioned.ts';
import { standsUpright } from './fit-table.ts';
import { type Orientation, twips } from './page.ts';
import { cleanText, runsOf } from './text.ts';

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

/** What stands on pages that lie the same way. */
export type Pages = { orientation: Orientation; children: FileChild[] };

/**
 * A section's heading and blocks: a table that is too wide for a page that stands lies on pages of its own.
 * @param tied its end stays with what follows: who signs never stands alone on a page
 */
export function sectionPages(
  section: Section,
  told: Pick<Setting, 'language' | 'counted'>,
  tied: boolean,
): Pages[] {
  const { id, blocks } = section;
  const reading = id === 'annex' ? 'looked-up' : 'read';
  const head = headOf(section);
  const pages: Pages[] = [];
  for (const [at, block] of blocks.entries()) {
    const upright = block.kind !== 'table' || standsUpright(block, reading);
    const orientation = upright ? 'portrait' : 'landscape';
    const follows = pages.at(-1)?.orientation === orientation;
    const children = blockOf(
      block,
      { ...told, orientation, reading, follows },
      tied && at === blocks.length - 1,
    );
    put(pages, { orientation, children: at === 0 ? [...head, ...children] : children });
  }
  return pages.length === 0 ? [{ orientation: 'portrait', children: head }] : pages;
}

/**
 * The annex in the middle, its title below its name in one heading for the navigation pane; NĐ 30/2020/NĐ-CP, Annex I:
 * name and title 14 and bold, with which document it goes in italics below.
 */
function headOf({ id, heading, annex }: Section): Paragraph[] {
  const text = annex ? `${heading}\n${annex.title}` : heading;
  const centred = id === 'annex' && { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } };
  const name = new Paragraph({ style: 'Heading1', children: runsOf(text), ...centred });
  if (!annex) return [name];
  const children = [new TextRun({ text: cleanText(annex.attached), italics: true, size: 28 })];
  return [name, new Paragraph({ style: 'HeadLine', keepNext: true, children })];
}

/** On the last pages where they lie the same way, else on new ones. */
export function put(pages: Pages[], { orientation, children }: Pages): void {
  const last = pages.at(-1);
  if (last?.orientation === orientation) last.children.push(...children);
  else pages.push({ orientation, children });
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

import type { Briefing, TableBlock } from '../../../shared/briefing/content.ts';

/** A table of a briefing, by its id. */
export function table(briefing: Briefing, id: string): TableBlock {
  const found = briefing.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.id === id);
  return found as TableBlock;
}

/** All that is said in a section, table cells included. */
export function said(briefing: Briefing, section: string): string {
  const { blocks = [] } = briefing.sections.find(({ id }) => id === section) ?? {};
  return blocks
    .flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text];
      if (block.kind === 'list') return block.items;
      return block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.caption];
    })
    .join('\n');
}

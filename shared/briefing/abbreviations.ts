import type { Block, Briefing, Section } from './content.ts';
import type { Voice } from './voice.ts';

/** Abbreviations that the names of indicators have, as the decisions write them, and what they stand for. */
const spelled: Readonly<Record<string, { vi: string; en: string }>> = {
  TTHC: { vi: 'thủ tục hành chính', en: 'administrative procedures' },
  PAKN: { vi: 'phản ánh, kiến nghị', en: 'feedback and petitions' },
  DVCQG: { vi: 'Dịch vụ công quốc gia', en: 'National Public Service (Portal)' },
  GQ: { vi: 'giải quyết', en: 'settling' },
};

/** The note that spells out, once, the abbreviations that stand in a briefing; none where there are none. */
export function abbreviationNote(voice: Voice, sections: readonly Section[]): Briefing['preface'] {
  const said = sections.map(textOf).join('\n');
  const found = Object.entries(spelled).filter(([short]) =>
    new RegExp(`(?<!\\p{L})${short}(?!\\p{L})`, 'u').test(said),
  );
  if (found.length === 0) return [];
  const list = found.map(([short, texts]) => `${short}: ${voice.say(texts)}`).join('; ');
  return [voice.say({ vi: `Chữ viết tắt: ${list}.`, en: `Abbreviations: ${list}.` })];
}

/** All that is written in a section, tables whole. */
function textOf({ heading, blocks }: Section): string {
  return [heading, ...blocks.flatMap(textsOf)].join('\n');
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'chart':
      return [block.caption, ...block.categories, ...block.series.map(({ name }) => name)];
    case 'table': {
      const cells = (block.full ?? block.rows).flat().map(({ text }) => text);
      return [block.caption, ...block.columns.map(({ head }) => head), ...cells, block.note ?? ''];
    }
  }
}

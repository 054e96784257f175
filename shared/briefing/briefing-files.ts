import type { BriefingKind } from './briefing-name.ts';
import type { Briefing } from './content.ts';
import { csvOf } from './render/csv.ts';
import { docxOf } from './render/docx.ts';
import { htmlOf } from './render/html.ts';
import { xlsxOf } from './render/xlsx.ts';

const renderers: Readonly<Record<BriefingKind, (briefing: Briefing) => Uint8Array | Promise<Uint8Array>>> = {
  html: htmlOf,
  docx: docxOf,
  xlsx: xlsxOf,
  csv: csvOf,
};

/** A briefing as a file of one kind: the same briefing gives the same bytes. */
export async function renderBriefing(briefing: Briefing, kind: BriefingKind): Promise<Uint8Array> {
  return renderers[kind](briefing);
}

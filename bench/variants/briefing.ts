import { readFileSync } from 'node:fs';
import { renderBriefing } from '../../shared/briefing/briefing-files.ts';
import { briefingKinds } from '../../shared/briefing/briefing-name.ts';
import { briefingOf } from '../../shared/briefing/briefing-of.ts';
import { type BriefingInput, briefingCatalog } from '../briefing.ts';
import { type Measured, processorTime } from '../measured.ts';

/** Every kind of file of one briefing, by a process that has just begun, as the first who asks for it waits for it. */
export async function briefing(path: string, indicators: number): Promise<Measured> {
  const catalog = briefingCatalog(indicators);
  const start = processorTime();
  const { snapshot, previous } = JSON.parse(readFileSync(path, 'utf8')) as BriefingInput;
  const content = briefingOf({ snapshot, previous, catalog, language: 'vi' });
  const sizes: string[] = [];
  for (const kind of briefingKinds) {
    const bytes = await renderBriefing(content, kind);
    sizes.push(`${kind} ${Math.round(bytes.length / 1_024)} KB`);
  }
  const milliseconds = processorTime() - start;
  const tables = content.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'));
  return {
    milliseconds,
    rows: indicators,
    packs: tables.length,
    figures: 34 * indicators,
    said: sizes.join(', '),
  };
}

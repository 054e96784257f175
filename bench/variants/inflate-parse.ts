import { zstdDecompressSync } from 'node:zlib';
import type { Page } from '../../shared/observations/page.ts';
import { countPages, type Measured, processorTime } from '../measured.ts';
import { readQuarter } from '../quarter.ts';

/** The packs of a quarter inflated and parsed, and nothing else. */
export async function inflateParse(path: string): Promise<Measured> {
  const packs = readQuarter(path).flatMap(({ pages }) => pages);
  const start = processorTime();
  let parsed: unknown;
  for (const { bytes } of packs) parsed = JSON.parse(zstdDecompressSync(bytes).toString());
  const milliseconds = processorTime() - start;
  const pages = packs.map(({ bytes }) => JSON.parse(zstdDecompressSync(bytes).toString()) as Page);
  const { figures } = countPages(pages);
  return { milliseconds, rows: figures, packs: packs.length, figures, said: typeof parsed };
}

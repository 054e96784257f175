import { zstdDecompressSync } from 'node:zlib';
import type { Page } from '../../shared/observations/page.ts';
import { countPages, type Measured, timesOf } from '../measured.ts';
import { readQuarter } from '../quarter.ts';

/** The packs of a quarter inflated and parsed, and nothing else. */
export async function inflateParse(path: string): Promise<Measured> {
  const packs = readQuarter(path).flatMap(({ pages }) => pages);
  let parsed: unknown;
  const times = await timesOf(() => {
    for (const { bytes } of packs) parsed = JSON.parse(zstdDecompressSync(bytes).toString());
  });
  const pages = packs.map(({ bytes }) => JSON.parse(zstdDecompressSync(bytes).toString()) as Page);
  const { figures } = countPages(pages);
  const said = `${typeof parsed}; the first time ${times.first.toFixed(0)} ms`;
  return { milliseconds: times.again, rows: figures, packs: packs.length, figures, said };
}

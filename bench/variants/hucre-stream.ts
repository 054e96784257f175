import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre';
import { type Measured, processorTime } from '../measured.ts';

/** hucre's stream of rows alone: nothing is checked, nothing is packed. */
export async function hucreStream(path: string): Promise<Measured> {
  const start = processorTime();
  let rows = -1;
  for await (const _ of streamXlsxRows(readFileSync(path))) rows += 1;
  const milliseconds = processorTime() - start;
  return { milliseconds, rows, packs: 0, figures: 0, said: 'read' };
}

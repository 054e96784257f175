import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import Papa from 'papaparse';
import { type Measured, processorTime } from '../measured.ts';
import { RowChecks } from './row-checks.ts';

/** papaparse as a stream of rows by heading, each row checked by zod. */
export async function papaparseZod(path: string, rows: number): Promise<Measured> {
  const checks = new RowChecks(rows);
  const start = processorTime();
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true });
  const input = createReadStream(path, { encoding: 'utf8', highWaterMark: 262_144 });
  parser.on('data', (row: Record<string, string>) => checks.take(row));
  input.pipe(parser);
  await finished(parser);
  return checks.end(start);
}

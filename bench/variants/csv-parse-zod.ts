import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { type Measured, processorTime } from '../measured.ts';
import { RowChecks } from './row-checks.ts';

/** csv-parse, strict, as a stream of rows by heading, each row checked by zod. */
export async function csvParseZod(path: string, rows: number): Promise<Measured> {
  const checks = new RowChecks(rows);
  const start = processorTime();
  const parser = createReadStream(path, { highWaterMark: 262_144 }).pipe(parse({ columns: true }));
  parser.on('data', (row: Record<string, string>) => checks.take(row));
  await finished(parser);
  return checks.end(start);
}

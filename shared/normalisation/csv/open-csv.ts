import { inPieces, readRange } from '../bytes.ts';
import type { VisitRecord } from '../records/byte-record.ts';
import { FileRefusal } from '../refusal.ts';
import type { ByteSource } from '../report.ts';
import type { Row, Table } from '../table.ts';
import { ByteTranscoder } from '../text/byte-transcoder.ts';
import { CsvRecords } from './csv-records.ts';
import { CsvScanner } from './csv-scanner.ts';
import { detectDialect, type IsHeading } from './delimiter.ts';
import { type DetectedEncoding, detectEncoding, toUtf8 } from './encoding.ts';

const sampleBytes = 65_536;

/**
 * Opens a text file: its encoding and delimiter are found from its first 64 KiB; its records are read when
 * asked for.
 * @throws FileRefusal `container-unknown`, `encoding-unknown`, `file-empty`
 */
export async function openCsv(source: ByteSource, isHeading: IsHeading): Promise<Table> {
  const sample = await readRange(source, 0, Math.min(sampleBytes, source.size));
  const whole = sample.length === source.size;
  const detected = detectEncoding(sample, whole);
  const text = await sampleText(sample, detected, whole);
  if (whole && isBlank(text)) throw new FileRefusal('file-empty');
  const dialect = detectDialect(text, whole, isHeading);
  return {
    container: 'csv',
    encoding: detected.encoding,
    sheets: [
      {
        name: null,
        hidden: false,
        rows: () => scan(source, detected, dialect.delimiter),
        records: (visit) => visitRecords(source, detected, dialect.delimiter, visit),
        merges: () => [],
      },
    ],
    passedOver: dialect.declared
      ? [{ code: 'sep-line', row: 1, column: 0, text: `sep=${dialect.delimiter}` }]
      : [],
  };
}

async function* scan(
  source: ByteSource,
  { encoding, markLength }: DetectedEncoding,
  delimiter: string,
): AsyncGenerator<Row[]> {
  const scanner = new CsvScanner(delimiter);
  for await (const piece of inPieces(toUtf8(source.read(markLength, source.size), encoding))) {
    const rows = scanner.push(piece);
    if (rows.length > 0) yield rows;
  }
  const rest = scanner.end();
  if (rest.length > 0) yield rest;
}

async function visitRecords(
  source: ByteSource,
  { encoding, markLength }: DetectedEncoding,
  delimiter: string,
  visit: VisitRecord,
): Promise<void> {
  const records = new CsvRecords(delimiter);
  for await (const piece of toUtf8(source.read(markLength, source.size), encoding))
    records.push(piece, visit);
  records.end(visit);
}

async function sampleText(
  sample: Uint8Array,
  { encoding, markLength }: DetectedEncoding,
  whole: boolean,
): Promise<Uint8Array> {
  const body = sample.subarray(markLength);
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return body;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return new TextEncoder().encode(new TextDecoder(encoding).decode(body, { stream: !whole }));
  }
  return new ByteTranscoder(encoding).push(body);
}

function isBlank(text: Uint8Array): boolean {
  return text.every((byte) => byte === 32 || byte === 9 || byte === 10 || byte === 13);
}

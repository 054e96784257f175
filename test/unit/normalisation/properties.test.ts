import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { Report } from '../../../shared/normalisation/report.ts';
import {
  type TextEncodingName,
  textEncodings,
  withTcvn3Letters,
  writeDelimited,
} from '../../writers/texts.ts';
import { type WorkbookWriter, type WrittenCell, workbookWriters } from '../../writers/workbooks.ts';
import { reportOf } from './form-files.ts';
import {
  expectedOf,
  type NumberStyle,
  numberText,
  type RandomReport,
  randomReport,
  rowsOfReport,
} from './random-report.ts';

/** What other programs write, the engine reads back: the same figures, in every container and encoding. */

const forms = ['qd766', 'cds'] as const;
const report = fc.constantFrom(...forms).chain(randomReport);

/** The figures that were read, without what the file alone decides. */
function readBack({ observations }: Report) {
  return observations
    .map(({ indicator, status, numerator, denominator, value, note }) => ({
      indicator,
      status,
      numerator,
      denominator,
      value,
      note: note?.replace(/\s+/g, ' ') ?? null,
    }))
    .sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
}

async function expectReadBack(bytes: Uint8Array, sent: RandomReport, written?: (text: string) => string) {
  const read = await reportOf(bytes, { form: sent.form });
  expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(readBack(read)).toEqual(expectedOf(sent, written));
  expect(read.counts.rowsRead).toBe(read.counts.rowsUsed + read.counts.rowsSkipped);
}

describe('workbooks', () => {
  const numbersAs: Record<string, (decimal: string) => WrittenCell> = {
    numbers: Number,
    'formatted numbers': (decimal) => ({
      number: Number(decimal),
      format: decimal.includes('.') ? '0.00' : '#,##0',
    }),
    'plain text': (decimal) => decimal,
    'Vietnamese text': (decimal) => numberText(decimal, 'vietnamese'),
  };

  test.each(Object.keys(workbookWriters) as WorkbookWriter[])('written by %s', async (writer) => {
    await fc.assert(
      fc.asyncProperty(report, fc.constantFrom(...Object.keys(numbersAs)), async (sent, how) => {
        const cell = numbersAs[how] as (decimal: string) => WrittenCell;
        const rows = rowsOfReport(sent).map((row) =>
          row.map((each) => (typeof each === 'string' ? each : cell(each.decimal))),
        );
        await expectReadBack(await workbookWriters[writer]([{ name: 'Biểu', rows }]), sent);
      }),
      { numRuns: 40 },
    );
  });
});

describe('texts', () => {
  const format = fc.record({
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    newline: fc.constantFrom('\r\n' as const, '\n' as const),
    quotes: fc.boolean(),
  });

  test.each(textEncodings)('in %s', async (encoding: TextEncodingName) => {
    const written = encoding === 'tcvn3' ? withTcvn3Letters : (text: string) => text;
    const style = fc.constantFrom<NumberStyle>('plain', 'vietnamese');
    await fc.assert(
      fc.asyncProperty(report, format, style, async (sent, how, numbers) => {
        const rows = textRows(sent, numbers).map((row) => row.map(written));
        await expectReadBack(writeDelimited(rows, { ...how, encoding }), sent, written);
      }),
      { numRuns: 60 },
    );
  });

  test('the writer is right: csv-parse reads the same rows', () => {
    fc.assert(
      fc.property(report, format, (sent, how) => {
        const rows = textRows(sent, 'plain');
        const bytes = writeDelimited(rows, { ...how, encoding: 'utf-16be' });
        const text = iconv.decode(Buffer.from(bytes), 'utf-16be');
        const parsed = parse(text, {
          delimiter: how.delimiter,
          relax_column_count: true,
          skip_empty_lines: false,
        });
        expect(parsed.map((row: string[]) => row.join('\u0001'))).toEqual(
          rows.map((row) => row.join('\u0001')),
        );
      }),
      { numRuns: 30 },
    );
  });
});

function textRows(sent: RandomReport, style: NumberStyle): string[][] {
  return rowsOfReport(sent).map((row) =>
    row.map((each) => (typeof each === 'string' ? each : numberText(each.decimal, style))),
  );
}

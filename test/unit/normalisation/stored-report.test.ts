import { describe, expect, test } from '@jest/globals';
import { findingsCsv } from '../../../shared/normalisation/findings-csv.ts';
import { reportFrom, type StoredReport } from '../../../shared/normalisation/stored-report.ts';
import type { LongSources } from '../../../shared/observations/observation.ts';
import { sourcesFrom, storedSources } from '../../../shared/observations/stored-sources.ts';
import { reportOf } from './form-files.ts';

/** A report as the first engine wrote it. */
const first: StoredReport = {
  verdict: 'returned',
  unit: 'province:82@2025',
  period: '2026-Q3',
  form: 'qd766',
  layout: null,
  context: null,
  notRun: [],
  file: { name: 'sai.csv', bytes: 4, sha256: 'a'.repeat(64), container: 'csv', encoding: 'utf-8' },
  observations: [],
  findings: [
    {
      code: 'header-not-found',
      severity: 'error',
      at: null,
      got: null,
      expected: null,
      message: { vi: 'Không tìm thấy dòng tiêu đề.', en: 'No heading was found.' },
    },
  ],
  repairs: [],
  counts: { rowsRead: 1, rowsUsed: 0, rowsSkipped: 1, observations: 0, errors: 1, warnings: 0, repairs: 0 },
};

test('a report of the first engine is read with what it did not say left open', () => {
  const report = reportFrom(first);
  expect(report).toMatchObject({
    schema: 'report/3',
    groups: [],
    shadow: {},
    changes: null,
    counts: first.counts,
  });
  expect(report.findings).toEqual([
    { ...first.findings[0], difference: null, hint: null, about: null, cause: null },
  ]);
  expect(findingsCsv(report).split('\r\n')).toHaveLength(3);
});

test('a report of this engine is read as it is', async () => {
  const report = await reportOf('a;b\n');
  expect(reportFrom(JSON.parse(JSON.stringify(report)))).toEqual(report);
});

test('a report of this engine from before it named its shape is read as it is', async () => {
  const { schema, ...report } = await reportOf('a;b\n');
  expect(schema).toBe('report/3');
  expect(reportFrom(report)).toEqual({ schema, ...report });
});

test('a report of a shape that is not known is an error', () => {
  const later = { ...first, schema: 'report/9' } as unknown as StoredReport;
  expect(() => reportFrom(later)).toThrow('report/9');
});

describe('a stored lineage', () => {
  const list = [{ indicator: '766.TDGQ', cells: [] }];
  const long: LongSources = {
    schema: 'sources/2',
    sheet: null,
    columns: { numerator: 'C', denominator: 'D', value: null },
    areas: [null],
    rows: [{ indicator: '766.TDGQ', rows: [2] }],
    raw: {},
  };

  test('is read as it was written, and one without a name too', () => {
    expect(storedSources(list)).toEqual({ schema: 'sources/1', sources: list });
    expect(sourcesFrom(storedSources(list))).toEqual(list);
    expect(sourcesFrom(storedSources(long))).toEqual(long);
    expect(sourcesFrom(list)).toEqual(list);
  });

  test('of a shape that is not known is an error', () => {
    expect(() => sourcesFrom({ schema: 'sources/9' } as never)).toThrow('sources/9');
  });
});

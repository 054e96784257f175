import { expect, test } from '@jest/globals';
import { findingsCsv } from '../../../shared/normalisation/findings-csv.ts';
import { reportFrom, type StoredReport } from '../../../shared/normalisation/stored-report.ts';
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
  expect(report).toMatchObject({ groups: [], shadow: {}, changes: null, counts: first.counts });
  expect(report.findings).toEqual([
    { ...first.findings[0], difference: null, hint: null, about: null, cause: null },
  ]);
  expect(findingsCsv(report).split('\r\n')).toHaveLength(3);
});

test('a report of this engine is read as it is', async () => {
  const report = await reportOf('a;b\n');
  expect(reportFrom(JSON.parse(JSON.stringify(report)))).toEqual(report);
});

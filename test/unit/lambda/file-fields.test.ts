import { expect, test } from '@jest/globals';
import * as v from 'valibot';
import { FileBytes, FileName, requireSize } from '../../../shared/lambda/file-fields.ts';
import { problemOf } from '../../../shared/lambda/problem.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { mostEvidenceBytes } from '../../../shared/submissions/evidence-kinds.ts';
import { mostReportBytes } from '../../../shared/submissions/report-file.ts';

test('a file of just the most is taken; one byte more is told its size and the limit', () => {
  expect(() => requireSize(150_000_000, mostReportBytes)).not.toThrow();
  expect(() => requireSize(50_000_000, mostEvidenceBytes)).not.toThrow();
  const about = { bytes: 150_000_001, mostBytes: 150_000_000 };
  expect(() => requireSize(150_000_001, mostReportBytes)).toThrow(new Refusal('file-too-large', [], about));
  expect(() => requireSize(50_000_001, mostEvidenceBytes)).toThrow(Refusal);
});

test('what is answered names both limits in both languages, and the size', () => {
  const about = { bytes: 150_000_001, mostBytes: 150_000_000 };
  const { status, body } = problemOf(new Refusal('file-too-large', [], about));
  expect(status).toBe(413);
  expect(body).toMatchObject({ code: 'file-too-large', about });
  const told = JSON.stringify(body);
  expect(told).toContain('150 MB đối với tệp báo cáo, 50 MB đối với tệp minh chứng');
  expect(told).toContain('150 MB of a report, 50 MB of evidence');
});

test('a name is kept composed, and held to its length so', () => {
  expect(v.parse(FileName, 'ba\u0301o ca\u0301o.csv')).toBe('b\u00E1o c\u00E1o.csv');
  expect(v.parse(FileName, 'a\u0301'.repeat(255))).toBe('\u00E1'.repeat(255));
  expect(v.is(FileName, 'á'.repeat(256))).toBe(false);
});

test.each(['', 'a\nb.csv', 'a\u0000.csv', '\uD800.csv'])('%j is no name of a file', (name) =>
  expect(v.is(FileName, name)).toBe(false),
);

test.each([0, -1, 1.5, 2 ** 60, '5'])('%j is no size of a file', (bytes) =>
  expect(v.is(FileBytes, bytes)).toBe(false),
);

import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { deflateRaw } from '../../../../shared/aws/deflate.ts';
import { inflateRaw } from '../../../../shared/aws/inflate.ts';
import { bytesInMemory } from '../../../../shared/normalisation/bytes.ts';
import { markWorkbook } from '../../../../shared/normalisation/output/mark-workbook.ts';
import type { Finding, Report } from '../../../../shared/normalisation/report.ts';
import { check } from '../form-files.ts';

/** What the tests of marked workbooks share: samples, findings put where a test wants them, and parts of a zip. */

const folder = new URL('../../../../local/samples/2026-Q3/', import.meta.url);
export const samples: { unitCode: string; file: string; written: string }[] = JSON.parse(
  readFileSync(new URL('manifest.json', folder), 'utf8'),
).files;
export const sample = (file: string) =>
  new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder)));
export const real = (file: string) =>
  new Uint8Array(readFileSync(new URL(`../../../data/real/${file}`, import.meta.url)));

export function finding(
  sheet: string | null,
  cell: string,
  severity: Finding['severity'] = 'error',
  more: Partial<Finding> = {},
): Finding {
  const message = { vi: `Ô ${cell} chưa đúng.`, en: `Cell ${cell} is not right.` };
  const at = { sheet, cell };
  const known = { got: '5', expected: '≤ 4', difference: '1', hint: null, about: null, cause: null };
  return { code: 'numerator-over-denominator', severity, at, ...known, message, ...more };
}

/** The report on a file, as if these were its findings. */
export async function reportWith(bytes: Uint8Array, findings: Finding[]): Promise<Report> {
  const { report } = await check(bytes, { request: { fileName: 'Biểu 766.xlsx', sha256: 'a1'.repeat(32) } });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = { ...report.counts, errors, warnings: findings.length - errors };
  return { ...report, verdict: 'returned', findings, counts };
}

export async function mark(bytes: Uint8Array, findings: Finding[]): Promise<Uint8Array> {
  return markReport(bytes, await reportWith(bytes, findings));
}

export function markReport(bytes: Uint8Array, report: Report): Promise<Uint8Array> {
  return markWorkbook(bytesInMemory(bytes), report, { inflateRaw, deflateRaw });
}

/** The parts of a zip by name: packed as they stand there, and inflated. Independent of the code under test. */
export function partsOf(zip: Uint8Array): Map<string, { packed: string; content: Buffer }> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const parts = new Map<string, { packed: string; content: Buffer }>();
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < bytes.readUInt16LE(end + 10); entry += 1) {
    const method = bytes.readUInt16LE(at + 10);
    const length = bytes.readUInt32LE(at + 20);
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + length);
    parts.set(name, {
      packed: packed.toString('latin1'),
      content: method === 8 ? inflateRawSync(packed) : packed,
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

export const textOf = (zip: Uint8Array, part: string) => partsOf(zip).get(part)?.content.toString() ?? '';

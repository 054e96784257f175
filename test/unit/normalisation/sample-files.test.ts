import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { unitByCode } from '../../../shared/catalog/unit.ts';
import { counts, groups } from '../../data/qd766/figures.ts';
import { check } from './form-files.ts';

const folder = new URL('../../../local/samples/2026-Q3/', import.meta.url);
const manifest: { files: { unitCode: string; file: string; written: string }[] } = JSON.parse(
  readFileSync(new URL('manifest.json', folder), 'utf8'),
);

/** The published figures of a unit by indicator: `a/b` for ratios, points for the two reported groups. */
function published(code: string): Record<string, string> {
  const group = groups.find((row) => row.unit === code);
  const points = (text: string | undefined) => String(Number(text));
  return {
    ...Object.fromEntries(
      counts.filter((row) => row.unit === code).map((row) => [row.indicator, `${row.a}/${row.b}`]),
    ),
    '766.ONLINE': points(group?.ONLINE),
    '766.TTTT': points(group?.TTTT),
  };
}

describe('the 34 sample reports', () => {
  test('there are 34, one for each unit', () => {
    expect(new Set(manifest.files.map((file) => file.unitCode)).size).toBe(34);
  });

  test.each(manifest.files)('$unitCode $written', async ({ unitCode, file }) => {
    const unit = unitByCode(catalog, 'province', unitCode, '2026-09-14')?.id ?? '';
    const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder)));
    const { report, sources } = await check(bytes, { request: { unit } });
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('passed');
    const read = report.observations.map(({ indicator, numerator, denominator, value }) => [
      indicator,
      value ?? `${numerator ?? ''}/${denominator ?? ''}`,
    ]);
    expect(Object.fromEntries(read)).toEqual(published(unitCode));
    expect(report.counts.rowsRead).toBe(report.counts.rowsUsed + report.counts.rowsSkipped);
    expect(sources).toHaveLength(21);
  });

  test('0 of 0 is no denominator, null is missing', async () => {
    const file = manifest.files.find((entry) => entry.unitCode === '14')?.file ?? '';
    const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder)));
    const { report } = await check(bytes, { request: { unit: 'province:14@2008' } });
    const statusOf = (id: string) => report.observations.find(({ indicator }) => indicator === id)?.status;
    expect(statusOf('766.PUBLISH_ON_TIME')).toBe('no-denominator');
    expect(statusOf('766.ELECTRONIC_CERTIFIED_COPY')).toBe('missing');
  });
});

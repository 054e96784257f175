import { describe, expect, test } from '@jest/globals';
import { placed } from '../../../shared/aggregation/basis.ts';
import { meetingCoverage } from '../../../shared/aggregation/meeting-coverage.ts';
import { coverageDocument } from '../../../shared/aggregation/punctuality.ts';
import { emptyRound, type Reported } from '../../../shared/aggregation/round.ts';
import { coverageFrom, type OldCoverage } from '../../../shared/aggregation/stored-coverage.ts';
import { catalog, formIn } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Form } from '../../../shared/catalog/schema.ts';

/** Coverage before figures: on time, late, missing, nil, revised, by unit and form, with the rule for lateness shown. */

const haNoi = 'province:01@2008';
const daNang = 'province:48@2025';
const giaLai = 'province:52@2025';
const binhDinh = 'province:52@2008';
const overdue = '2026-09-26T00:00:00.000Z';
const standing = (state: Reported['state'], more: Partial<Reported> = {}): { standing: Reported } => ({
  standing: { version: 1, state, ...more },
});

function coverageOf(code: string, period: string, given: Record<string, object>, on?: string) {
  const form = formIn(catalog, code, period) as Form;
  const round = emptyRound(catalog, form, periodOf(period) as Period);
  const entries = round.entries.map((entry) => ({ ...entry, ...given[entry.unit.id] }));
  const basis = on === undefined ? ('as-reported' as const) : ('current' as const);
  return coverageDocument(placed({ ...round, entries }, basis, on ?? ''), overdue);
}

describe('one form', () => {
  test('a later version that stands is told as revised', () => {
    const { counts, units } = coverageOf('qd766', '2026-Q3', {
      [haNoi]: standing('on-time', { version: 3 }),
      [daNang]: standing('late'),
    });
    expect(counts).toEqual({ onTime: 1, late: 1, reported: 0, missing: 32, notDue: 0, nil: 0, revised: 1 });
    expect(units.filter((unit) => unit.revised)).toEqual([
      expect.objectContaining({ unit: haNoi, version: 3, state: 'on-time' }),
    ]);
  });

  test('a merged unit is revised as soon as one of its predecessors is', () => {
    const { counts, units } = coverageOf(
      'cds',
      '2025-Q2',
      { [binhDinh]: standing('on-time', { version: 2 }) },
      '2025-07-02',
    );
    expect(counts.revised).toBe(1);
    expect(units.find(({ unit }) => unit === giaLai)).toMatchObject({ revised: true, version: null });
  });

  test('the rule says the day, where it stands, and how a report is held against it', () => {
    const { rule } = coverageOf('qd766', '2026-Q3', {});
    expect(rule?.regime).toBe('government');
    expect(rule?.words.vi).toMatch(
      /^Khoản 1 Điều 13 Nghị định số 09\/2019\/NĐ-CP: .*ngày 25 của tháng cuối kỳ/,
    );
    expect(rule?.words.vi).toContain('Điều 148 Bộ luật Dân sự 2015');
    expect(rule?.words.en).toMatch(/^Decree 09\/2019\/NĐ-CP, Art\. 13\(1\): .*25th of the last month/);
    expect(coverageOf('nhiem-vu', '2026-Q3', {}).rule).toBeNull();
  });
});

test('a meeting’s coverage adds its forms up, and lists by unit what each owed', () => {
  const first = coverageOf('qd766', '2026-Q3', {
    [haNoi]: standing('on-time', { version: 2 }),
    [daNang]: standing('late', { nil: true }),
  });
  const second = coverageOf('cds', '2026-Q3', { [haNoi]: standing('on-time') });
  const { totals, asks, units } = meetingCoverage('thu-1', [first, second]);
  // 34 provinces, two forms: 68 reports, of which three came.
  expect(totals).toEqual({
    expected: 68,
    counted: 3,
    onTime: 2,
    late: 1,
    reported: 0,
    missing: 65,
    notDue: 0,
    nil: 1,
    revised: 1,
  });
  expect(asks.map(({ form, counts }) => [form, counts.counted, counts.missing])).toEqual([
    ['qd766', 2, 32],
    ['cds', 1, 33],
  ]);
  expect(asks[0]).toMatchObject({ due: '2026-09-25', rule: { regime: 'government' } });
  expect(units).toHaveLength(34);
  expect(units.find(({ unit }) => unit === haNoi)?.reports).toEqual([
    expect.objectContaining({ form: 'qd766', state: 'on-time', version: 2, revised: true }),
    expect.objectContaining({ form: 'cds', state: 'on-time', version: 1 }),
  ]);
  expect(units.find(({ unit }) => unit === daNang)?.reports).toEqual([
    expect.objectContaining({ form: 'qd766', state: 'late', nil: true }),
    expect.objectContaining({ form: 'cds', state: 'missing', version: null }),
  ]);
});

describe('coverage that was frozen before', () => {
  const unit = { unit: haNoi, code: '01', name: 'Thành phố Hà Nội', state: 'on-time' as const };
  const kept = (schema: OldCoverage['schema'], more: Partial<OldCoverage> = {}): OldCoverage => ({
    schema,
    form: 'qd766',
    period: '2026-Q3',
    expected: 1,
    counted: 1,
    counts: { onTime: 1, late: 0, missing: 0 },
    units: [{ ...unit, version: 2, extendedTo: null }],
    ...more,
  });

  test.each(['coverage/2', 'coverage/3', 'coverage/4'] as const)('%s is read', (schema) => {
    expect(coverageFrom(kept(schema))).toMatchObject({
      schema: 'coverage/5',
      rule: null,
      counts: { onTime: 1, late: 0, missing: 0, notDue: 0, nil: 0, revised: 1 },
      units: [{ unit: haNoi, version: 2, due: null, revised: true }],
    });
  });

  test('a predecessor that revised makes its merged unit revised', () => {
    const merged = {
      ...unit,
      version: null,
      predecessors: [
        { ...unit, version: 1 },
        { ...unit, version: 4 },
      ],
    };
    expect(coverageFrom(kept('coverage/4', { units: [merged] })).counts.revised).toBe(1);
    const never = { ...merged, predecessors: [{ ...unit, version: 1 }] };
    expect(coverageFrom(kept('coverage/4', { units: [never] })).counts.revised).toBe(0);
  });

  test('today’s is itself, and what is not known is a fault', () => {
    const now = coverageOf('qd766', '2026-Q3', {});
    expect(coverageFrom(now)).toBe(now);
    const unknown = { ...kept('coverage/4'), schema: 'coverage/1' } as unknown as OldCoverage;
    expect(() => coverageFrom(unknown)).toThrow('coverage/1');
  });
});

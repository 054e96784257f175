import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { carriageOf } from '../../../shared/catalog/carriage.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Indicator } from '../../../shared/catalog/schema.ts';

/** The catalogue against the two lists from which it was made (test/data/indicators): row by row, nothing lost. */

type Row = Record<string, string>;
const rowsOf = (file: string): Row[] =>
  parse(readFileSync(new URL(`../../data/indicators/${file}`, import.meta.url)), { columns: true });
const decisions = rowsOf('indicators.csv');
const appendix = rowsOf('nq03-2025-appendix-1.csv');

/** `766-TDGQ` is `766.TDGQ` here, and the DTI's main index `922-3` `922.3`; `922-1.1` is another list's. */
const idOf = (source: string) => source.replace(/^766-/, '766.').replace(/^922-(\d)$/, '922.$1');
const entry = (id: string) => catalog.indicators.get(id) as Indicator;

/** Names that stand in the catalogue as the portal or a province's form writes them, not as the list does. */
const namedOtherwise = [
  ...['ORIGINAL_RESULT_AVAILABLE', 'SO_HOA_GIAY_TO_GIAI_QUYET', 'REUSED_DIGITIZED_DATA'],
  ...['SYNCED_WITH_DVCQG_PERSONAL_STORAGE', 'CITIZEN_DATA_CONNECTED_DOSSIER'],
  ...['CITIZEN_DATA_CONNECTED_FORMALITY', 'ELECTRONIC_CERTIFIED_COPY', 'ONLINE', 'TTTT'],
]
  .map((metric) => `766.${metric}`)
  // Of a province alone; and the rate of those who are counted.
  .concat('749-02', '942-03');

const pillars = {
  chinh_phu_so: 'government',
  kinh_te_so: 'economy',
  xa_hoi_so: 'society',
  nen_tang: 'foundation',
};
const levels = { quoc_gia: 'national', tinh: 'province', huyen: 'district', xa: 'commune' };

describe('the 126 indicators of decisions and reports', () => {
  test('are all there, once', () => {
    expect(decisions).toHaveLength(126);
    expect(decisions.filter((row) => !catalog.indicators.has(idOf(row.indicator_id as string)))).toEqual([]);
  });

  test.each(decisions.map((row) => [row.indicator_id as string, row] as const))(
    '%s says what its row says',
    (id, row) => {
      const found = entry(idOf(id));
      const isSame = found.names.vi === row.name_vi;
      expect([found.id, isSame]).toEqual([found.id, !namedOtherwise.includes(found.id)]);
      expect(found).toMatchObject({
        direction: row.direction,
        pillar: pillars[row.pillar as keyof typeof pillars],
        level: levels[row.level as keyof typeof levels],
        status: (row.source_status as string).replace('_', '-'),
      });
      expect(found.parts).toEqual(
        row.numerator_vi ? { numerator: row.numerator_vi, denominator: row.denominator_vi } : undefined,
      );
      expect(row.legal_source).toContain(found.source.split(';')[0] as string);
      for (const note of row.note ? [row.note] : []) expect(found.note).toContain(note);
      // A lead that was inferred is marked in the note, not in its name.
      expect(found.lead?.name ?? '').toBe((row.lead_agency as string).replace(' (inferred)', ''));
      expect(found.note?.includes('lead agency inferred') ?? false).toBe(
        /\(inferred\)/.test(row.lead_agency as string) || /lead agency inferred/.test(row.note as string),
      );
    },
  );

  test('have their targets: operator, number and year, or none', () => {
    const said = decisions.map((row) => {
      const year = /^\d{4}$/.test(row.target_year as string) ? Number(row.target_year) : undefined;
      const target = { is: row.target_operator, value: row.target_value, year };
      return [idOf(row.indicator_id as string), row.target_value ? target : null];
    });
    const held = decisions.map((row) => {
      const id = idOf(row.indicator_id as string);
      const [target] = entry(id).targets ?? [];
      return [id, target ? { ...target.aim, year: target.year } : null];
    });
    expect(held).toEqual(said);
    // The row of EGDI names a second year in its note.
    expect(entry('749-06').targets?.map(({ year, text }) => [year, text])).toEqual([
      [2025, '≤ 70'],
      [2030, '≤ 50'],
    ]);
    expect(entry('766.TDGQ').targets).toMatchObject([{ text: '≥ 100, liên tục' }]);
  });

  test('are counted in the unit of their row; points are those of the scorecard, or stand in the note', () => {
    const others = decisions.filter((row) => entry(idOf(row.indicator_id as string)).unit !== row.unit);
    const scorecard = catalog.scorecards.get('qd766');
    const max = new Map(
      scorecard?.groups.flatMap((group) =>
        group.rule === 'sum-of-rounded'
          ? group.metrics.map((metric): [string, string] => [metric.indicator, metric.max])
          : [[group.indicator, group.max] as [string, string]],
      ),
    );
    for (const row of others) {
      const found = entry(idOf(row.indicator_id as string));
      if (found.id === '1354-T-8') expect([found.unit, row.unit]).toEqual(['điểm phục vụ', 'điểm']);
      else if (found.id.startsWith('766.')) expect(row.unit).toBe(`điểm (0-${max.get(found.id)})`);
      else expect(found.note).toContain(row.unit);
    }
    expect(others).toHaveLength(17 + 4 + 1);
  });
});

test('the target by which QĐ 766 scores a metric is the one that its indicator has', () => {
  const groups = catalog.scorecards.get('qd766')?.groups ?? [];
  const metrics = groups.flatMap((group) => (group.rule === 'sum-of-rounded' ? group.metrics : []));
  const scored = metrics.flatMap((metric) => (metric.rule === 'target-capped' ? metric : []));
  expect(scored.map(({ indicator }) => entry(indicator).targets?.[0]?.aim)).toEqual(
    scored.map(({ target }) => ({ is: '>=', value: target })),
  );
  expect(scored).toHaveLength(14);
});

describe('the 57 rows of NQ 03/NQ-CP, Appendix I', () => {
  test.each(appendix.map((row) => [row.indicator_id as string, row] as const))(
    '%s says what its row says',
    (id, row) => {
      const found = entry(id);
      expect(found).toMatchObject({ status: 'sourced', source: 'NQ 03/NQ-CP 09/01/2025, Phụ lục I' });
      expect(found.names.vi).toBe(row.name_vi);
      expect(found.unit).toBe(row.unit_vi || 'mô tả');
      expect(found.lead?.name ?? '').toBe(row.lead_agency_vi);
      const { targets = [] } = found;
      const years = targets.map(({ year, text }) => `${year} ${text}`);
      expect([...new Set(years)]).toEqual(
        row.target_as_published ? [`${row.horizon_year} ${row.target_as_published}`] : [],
      );
    },
  );

  test('ordinals are text: 11.1 and 11.10 are two indicators', () => {
    expect(entry('NQ03-11.1').names.vi).not.toBe(entry('NQ03-11.10').names.vi);
    expect(appendix).toHaveLength(57);
  });

  test.each([
    ['NQ03-7', [{ is: '>=', value: '5' }]],
    ['NQ03-11.2', [{ is: '=', value: '90' }]],
    ['NQ03-11.8', [{ is: '>=', value: '30' }]],
    ['NQ03-14', [{ is: '>', value: '0.7' }]],
    ['NQ03-17', [{ is: '>=', value: '3' }]],
    ['NQ03-19', [{ is: 'range', from: '40', to: '50' }]],
    ['NQ03-21', [{ is: 'range', from: '16', to: '18' }]],
    ['NQ03-23', [{ is: 'words' }]],
    ['NQ03-23.1', [{ is: '=', value: '100' }]],
    ['NQ03-23.2', [{ is: '=', value: '9' }]],
    ['NQ03-29', [{ is: '>=', value: '3' }]],
    ['NQ03-34', [{ is: '=', value: '1' }]],
    ['NQ03-41', [{ is: 'range', from: '20', to: '50' }]],
    ['NQ03-11', []],
  ])('the target of %s as it was published is %j', (id, aims) => {
    expect((entry(id).targets ?? []).map(({ aim }) => aim)).toEqual(aims);
  });

  test('two aims in one cell are two targets, each among its own', () => {
    expect(entry('NQ03-4').targets?.map(({ aim, among, text }) => [aim, among, text])).toEqual([
      [{ is: '<=', value: '3' }, 'Đông Nam Á', '≤ 3 Đông Nam Á; ≤ 50 Thế giới'],
      [{ is: '<=', value: '50' }, 'Thế giới', '≤ 3 Đông Nam Á; ≤ 50 Thế giới'],
    ]);
  });
});

describe('how figures add up', () => {
  const said = (units: string, time: string) =>
    [...catalog.indicators.values()]
      .filter(({ kind, over }) => kind === 'count' && over?.units === units && over.time === time)
      .map(({ id }) => id);

  test('is said of everything that is counted: what exists at a moment, what happens, and what is neither', () => {
    const counts = [...catalog.indicators.values()].filter(({ kind }) => kind === 'count');
    expect(counts.filter(({ over }) => over === undefined)).toEqual([]);
    // Firms, service points, certificates, subscriptions, organisations, cities, exchanges, data centres.
    expect(said('sum', 'last')).toEqual([
      ...['1354-T-2', '1354-T-3', '1354-T-8', 'LTK-08', 'LTK-12', 'LTK-15'],
      ...['NQ03-7', 'NQ03-19', 'NQ03-24', 'NQ03-28', 'NQ03-29', 'NQ03-34', 'NQ03-39'],
    ]);
    // Transactions.
    expect(said('sum', 'sum')).toEqual(['1354-T-9']);
    // Firms that joined a programme: of a quarter, or since its beginning, no source says.
    expect(said('sum', 'none')).toEqual(['1354-T-4']);
    // The same service is used in many provinces, and in each quarter; a cable is no province's.
    expect(said('none', 'none')).toEqual(['LTK-11', 'LTK-17', 'NQ03-23.2', 'NQ03-25', 'NQ03-40']);
  });

  test('of amounts, only people, revenues and traffic do; a speed, a capacity or a growth does not', () => {
    const summed = [...catalog.indicators.values()].filter(
      (indicator) => indicator.kind === 'amount' && carriageOf(indicator).units === 'sum',
    );
    expect(summed.map(({ id, over }) => `${id} ${over?.time}`)).toEqual([
      ...['LTK-03 sum', 'LTK-07 sum', 'LTK-18 sum', 'LTK-19 sum'],
      ...['population last', 'urban-population last'],
    ]);
  });
});

describe('who leads', () => {
  test('is a unit where the decision names one, in the words of its time', () => {
    const leads = [...catalog.indicators.values()].flatMap(({ lead }) => lead ?? []);
    const byName = new Map(leads.map(({ name, unit }) => [name, unit]));
    expect(Object.fromEntries(byName)).toEqual({
      'Bộ TT&TT': 'ministry:BTTTT',
      'Bộ TT&TT (Vụ Quản lý doanh nghiệp)': 'ministry:BTTTT',
      'Bộ Thông tin và Truyền thông': 'ministry:BTTTT',
      'Bộ KH&ĐT': 'ministry:BKHDT',
      'Bộ Kế hoạch và Đầu tư': 'ministry:BKHDT',
      'Bộ LĐ-TB&XH': 'ministry:BLDTBXH',
      'Bộ Khoa học và Công nghệ': 'ministry:BKHCN',
      'Bộ Công Thương': 'ministry:BCT',
      'Bộ Công an': 'ministry:BCA',
      'Bộ Y tế': 'ministry:BYT',
      'Bộ Tài chính': 'ministry:BTC',
      'Ngân hàng Nhà nước': 'ministry:NHNN',
      VPCP: 'ministry:VPCP',
      'Văn phòng Chính phủ': 'ministry:VPCP',
      // Several agencies, or none that is a unit here.
      'Bộ TT&TT; Bộ KH&ĐT (GSO)': undefined,
      'Bộ TT&TT; Bộ Công an': undefined,
      'Bộ TT&TT; VPCP': undefined,
      'Bộ Công an, Bộ Thông tin và Truyền thông và các bộ, ngành': undefined,
      'Tổng cục Thống kê / Bộ TT&TT': undefined,
      'Sở TT&TT': undefined,
      'các bộ': undefined,
      'UBND xã': undefined,
    });
  });

  test('two indices are called GCI, and are two indicators', () => {
    const called = [...catalog.indicators.values()].filter(({ names }) => names.vi.includes('(GCI)'));
    expect(called.map(({ id, pillar }) => [id, pillar])).toEqual([
      ['749-11', 'economy'],
      ['749-15', 'society'],
    ]);
  });
});

test('every indicator has an English name of its own letters, as long as it has a Vietnamese one', () => {
  const unlike = [...catalog.indicators.values()].filter(({ names }) => !/^[A-Z0-9][ -~]+$/.test(names.en));
  expect(unlike.map(({ id, names }) => [id, names.en])).toEqual([
    ['1354-T-9', 'Transactions on the e-commerce platforms Vỏ Sò and Postmart'],
  ]);
});

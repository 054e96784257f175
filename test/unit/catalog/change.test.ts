import { describe, expect, test } from '@jest/globals';
import { builtInFiles, catalog } from '../../../shared/catalog/catalog.ts';
import { catalogFaults } from '../../../shared/catalog/catalog-faults.ts';
import { checkDocument } from '../../../shared/catalog/check-document.ts';
import { catalogDiff } from '../../../shared/catalog/diff.ts';
import { type CatalogDocument, catalogOf, documentOf } from '../../../shared/catalog/document.ts';
import { periodsAsked } from '../../../shared/catalog/periods-asked.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { affectedForms } from '../../../shared/publishing/affected.ts';

/** What a draft may change of the catalogue, and what it changes. */

type Entries = Record<string, unknown>[];
/** A draft that may be edited, section by section. */
type Draft = {
  version: string;
  units: { units: Entries };
  indicators: { indicators: Entries };
  forms: { forms: Entries };
  scorecards: { scorecards: Entries };
  meetings: { meetings: Entries };
};

/** In the third quarter of 2026: `qd766` is asked for since 2026-Q3, and 2026-Q4 has begun on 15 September. */
const today = '2026-09-22';
const builtIn = documentOf(builtInFiles);

function edited(edit: (draft: Draft) => void): CatalogDocument {
  const draft = structuredClone({ ...builtIn, version: '2099.1' }) as unknown as Draft;
  edit(draft);
  return draft as unknown as CatalogDocument;
}

const entry = (list: Entries, name: string, key = 'id') =>
  list.find((each) => each[key] === name) as Entries[number];
const set = (object: object, key: string, value: unknown) => void Object.assign(object, { [key]: value });
const without = (list: Entries, name: string, key = 'id') => {
  list.splice(list.indexOf(entry(list, name, key)), 1);
};

function faultsOf(edit: (draft: Draft) => void): string[] {
  const { faults } = checkDocument(edited(edit), catalog, today);
  return faults.map(({ code, entry: name, path }) => [code, name, path].filter(Boolean).join(' '));
}

describe('what was used stays as it is', () => {
  test('a draft that changes nothing but its version has no fault', () => {
    expect(faultsOf(() => {})).toEqual([]);
  });

  test.each<[string, string[], (draft: Draft) => void]>([
    ['the version', ['version-not-newer version'], (draft) => set(draft, 'version', catalog.version)],
    ['an older version', ['version-not-newer version'], (draft) => set(draft, 'version', '2025.99')],
    [
      'a name that was borne',
      ['unit-past-changed province:01@2008 names'],
      ({ units }) =>
        set((entry(units.units, 'province:01@2008').names as object[])[0] as object, 'vi', 'Thăng Long'),
    ],
    [
      'the kind and the unit of an indicator',
      ['indicator-changed 766.ONLINE unit'],
      ({ indicators }) => set(entry(indicators.indicators, '766.ONLINE'), 'unit', '%'),
    ],
    [
      'a form that was asked for',
      ['form-asked-changed qd766 v1 indicators'],
      ({ forms }) => void (entry(forms.forms, 'qd766', 'code').indicators as Entries).pop(),
    ],
    [
      'a form that ends before a period that has begun',
      ['form-closed-in-past qd766 v1 to'],
      ({ forms }) => set(entry(forms.forms, 'qd766', 'code'), 'to', '2026-Q3'),
    ],
    [
      'a scorecard that is gone',
      ['scorecard-removed qd766 v1'],
      ({ scorecards }) => {
        without(scorecards.scorecards, 'qd766', 'code');
      },
    ],
    [
      'how an indicator adds up, its bound and its direction',
      [
        'indicator-changed 766.ONLINE direction',
        'indicator-changed 766.ONLINE max',
        'indicator-changed 766.ONLINE over',
      ],
      ({ indicators }) =>
        Object.assign(entry(indicators.indicators, '766.ONLINE'), {
          direction: 'down',
          max: '9',
          over: { units: 'sum', time: 'sum' },
        }),
    ],
    [
      'a share that may be above the whole, and the parts of a sum',
      ['indicator-changed 766.ONLINE overHundred', 'indicator-changed 766.ONLINE sumOf'],
      ({ indicators }) =>
        Object.assign(entry(indicators.indicators, '766.ONLINE'), {
          overHundred: true,
          sumOf: ['766.TTTT', 'population'],
        }),
    ],
    [
      'a code that a unit had in another system',
      ['unit-past-changed province:01@2008 codes.portal'],
      ({ units }) => set(entry(units.units, 'province:01@2008').codes as object, 'portal', 'H99'),
    ],
    [
      'how points are given',
      ['scorecard-asked-changed qd766 v2 rounding', 'scorecard-asked-changed qd766 v2 merged'],
      ({ scorecards }) =>
        Object.assign(entry(scorecards.scorecards, 'qd766', 'form'), {
          rounding: { places: 1, mode: 'half-up' },
          merged: 'mean',
        }),
    ],
    [
      'a meeting that is over',
      ['meeting-removed ubqg-01'],
      ({ meetings }) => without(meetings.meetings, 'ubqg-01'),
    ],
    [
      'the periods of a meeting that is over',
      ['meeting-past-changed ubqg-02 periods'],
      ({ meetings }) => set(entry(meetings.meetings, 'ubqg-02'), 'periods', []),
    ],
  ])('%s', (_what, faults, edit) => {
    expect(faultsOf(edit)).toEqual(faults);
  });

  test('a unit ends today at the earliest, and its successor takes over the day after', () => {
    const ending = (day: string, next: string) => (draft: Draft) => {
      const unit = entry(draft.units.units, 'ministry:BTP');
      unit.to = day;
      unit.successors = ['ministry:BXYZ'];
      const names = [{ ...(unit.names as Entries).at(-1), from: next }];
      draft.units.units.push({
        ...unit,
        id: 'ministry:BXYZ',
        code: 'BXYZ',
        from: next,
        to: null,
        names,
        successors: [],
      });
    };
    expect(faultsOf(ending('2026-12-31', '2027-01-01'))).toEqual([]);
    expect(faultsOf(ending('2026-09-20', '2026-09-21'))).toEqual(['unit-ended-in-past ministry:BTP to']);
  });

  test('what no period has asked for yet may change, and a form may end later', () => {
    const second = ({ forms }: Draft) => {
      const first = entry(forms.forms, 'qd766', 'code');
      const rows = first.indicators as Entries;
      forms.forms.push({ ...first, version: 2, from: '2027-Q1', indicators: rows.slice(1) });
      first.to = '2026-Q4';
    };
    const next = catalogOf(edited(second));
    const again = edited((draft) => {
      second(draft);
      draft.version = '2099.2';
      (draft.forms.forms.at(-1) as { indicators: Entries }).indicators.pop();
    });
    expect(checkDocument(again, next, today).faults).toEqual([]);
    // The same change, once the period of the second version has begun.
    expect(checkDocument(again, next, '2026-12-15').faults).toMatchObject([
      { code: 'form-asked-changed', entry: 'qd766 v2', path: 'indicators' },
    ]);
  });

  test('every failure is told, not the first', () => {
    const faults = faultsOf(({ indicators, forms }) => {
      entry(indicators.indicators, '766.ONLINE').unit = '%';
      entry(indicators.indicators, '766.TTTT').kind = 'count';
      (entry(forms.forms, 'qd766', 'code').names as Record<string, string>).vi = 'Khác';
    });
    expect(faults).toEqual([
      'indicator-changed 766.ONLINE unit',
      'indicator-changed 766.TTTT kind',
      'form-asked-changed qd766 v1 names',
    ]);
  });

  test('contradictions are told, each', () => {
    const { faults } = checkDocument(
      edited(({ indicators, forms }) => {
        without(indicators.indicators, '766.ONLINE');
        (entry(forms.forms, 'qd766', 'code').indicators as Entries).push({
          indicator: '766.TTTT',
          group: 'KHONG',
        });
      }),
      catalog,
      today,
    );
    expect(faults.map(({ code }) => code)).toContain('inconsistent');
    expect(faults.map(({ got }) => got).join()).toContain('766.ONLINE');
  });

  test.each([null, 7, 'x', [], {}, { ...builtIn, schema: 'catalog/1' }, { ...builtIn, units: undefined }])(
    'what is no catalogue is a fault of shape (%#)',
    (document) => {
      const { faults, catalog: none } = checkDocument(document, catalog, today);
      expect(none).toBeNull();
      expect(faults.length).toBeGreaterThan(0);
      expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['shape']));
    },
  );

  test('each fault speaks both languages', () => {
    for (const { vi, en } of Object.values(catalogFaults)) {
      expect([vi.length > 20, en.length > 20, vi]).toEqual([true, true, vi.normalize('NFC')]);
    }
  });
});

test('a scorecard for another form may follow, and names may be put right', () => {
  const next = (draft: Draft) => {
    const form = entry(draft.forms.forms, 'qd766', 'code');
    draft.forms.forms.push({ ...form, code: 'qd766-2027', from: '2027-Q1' });
    const card = entry(draft.scorecards.scorecards, 'qd766', 'form');
    draft.scorecards.scorecards.push({ ...card, version: 3, form: 'qd766-2027', merged: 'mean' });
    card.source = 'Nguồn khác';
  };
  expect(faultsOf(next)).toEqual([]);
});

test('a session that is to come may be added, and changed until its day', () => {
  const coming = (draft: Draft) =>
    void draft.meetings.meetings.push({
      ...entry(draft.meetings.meetings, 'ubqg-10'),
      id: 'ubqg-12',
      number: 12,
      date: '2027-01',
    });
  expect(faultsOf(coming)).toEqual([]);
  const base = catalogOf(edited(coming));
  const again = edited((draft) => set(draft, 'version', '2099.2'));
  expect(checkDocument(again, base, today).faults).toEqual([]);
  expect(checkDocument(again, base, '2027-02-01').faults.map(({ code }) => code)).toEqual([
    'meeting-removed',
  ]);
});

describe('the difference', () => {
  const diff = (edit: (draft: Draft) => void) => catalogDiff(builtIn, edited(edit));

  test('of what is the same is none, whatever the order of the keys', () => {
    expect(diff(() => {})).toEqual([]);
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, each]) => [key, reversed(each)]),
      );
    };
    expect(catalogDiff(builtIn, reversed(builtIn) as CatalogDocument)).toEqual([]);
  });

  test('names what is added, removed and changed, where, and in words', () => {
    const changes = diff(({ indicators, meetings }) => {
      entry(indicators.indicators, '766.ONLINE').max = '9';
      indicators.indicators.push({ ...entry(indicators.indicators, '766.ONLINE'), id: '766.MOI' });
      without(meetings.meetings, 'ubqg-01');
    });
    expect(changes).toMatchObject([
      {
        section: 'indicators',
        entry: '766.ONLINE',
        change: 'changed',
        fields: [{ path: 'max', from: null, to: '9' }],
      },
      { section: 'indicators', entry: '766.MOI', change: 'added', fields: [] },
      { section: 'meetings', entry: 'ubqg-01', change: 'removed', fields: [] },
    ]);
    expect(changes[0]?.words.vi).toBe(
      'Chỉ tiêu 766.ONLINE (Điểm nhóm Cung cấp dịch vụ trực tuyến): sửa; max: – → 9',
    );
    expect(changes[2]?.words.en).toBe('Meeting ubqg-01 (Ra mắt; kế hoạch 2022): removed');
  });

  test('says which forms are concerned, and which are not', () => {
    const forms = (edit: (draft: Draft) => void) => {
      const document = edited(edit);
      return [...affectedForms(catalog, catalogOf(document))].sort();
    };
    expect(forms(({ meetings }) => set(entry(meetings.meetings, 'ubqg-01'), 'theme', 'Khác'))).toEqual([]);
    const ofOnline = [...new Set(catalog.everyForm.filter(asks('766.ONLINE')).map(({ code }) => code))];
    expect(forms(({ indicators }) => set(entry(indicators.indicators, '766.ONLINE'), 'max', '9'))).toEqual(
      ofOnline.sort(),
    );
    expect(ofOnline).toContain('qd766');
    const scored = forms(({ scorecards }) =>
      set(entry(scorecards.scorecards, 'qd766', 'form'), 'source', 'Khác'),
    );
    expect(scored).toEqual(['qd766']);
    const ofProvinces = catalog.everyForm.filter(({ unitKind, about }) =>
      [unitKind, about?.kind].includes('province'),
    );
    const renamed = ({ units }: Draft) => {
      const unit = entry(units.units, 'province:01@2008');
      (unit.names as Entries).push({ ...(unit.names as Entries)[0], from: '2030-01-01', vi: 'Thăng Long' });
    };
    expect(forms(renamed)).toEqual([...new Set(ofProvinces.map(({ code }) => code))].sort());
  });
});

const asks =
  (indicator: string) =>
  ({ indicators }: Form) =>
    indicators.some((row) => row.indicator === indicator);

test('a form has been asked for in every period whose window has begun', () => {
  const form = catalog.everyForm.find(({ code }) => code === 'qd766') as Form;
  // NĐ 09/2019/NĐ-CP, Art. 12: the fourth quarter runs from 15 September.
  expect(periodsAsked(form, '2026-09-14')).toEqual(['2026-Q3']);
  expect(periodsAsked(form, '2026-09-15')).toEqual(['2026-Q3', '2026-Q4']);
  expect(periodsAsked(form, '2026-12-15')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
  expect(periodsAsked({ ...form, to: '2026-Q3' }, '2027-12-31')).toEqual(['2026-Q3']);
  expect(periodsAsked(form, '2026-06-14')).toEqual([]);
});

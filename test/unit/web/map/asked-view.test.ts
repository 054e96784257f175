import { describe, expect, test } from '@jest/globals';
import formsFile from '../../../../shared/catalog/data/forms.json' with { type: 'json' };
import scorecardsFile from '../../../../shared/catalog/data/scorecards.json' with { type: 'json' };
import type { Form, Scorecard } from '../../../../shared/catalog/schema.ts';
import type { CatalogueLists } from '../../../../web/app/catalogue-lists.ts';
import {
  isKnown,
  queryOf,
  seriesAddresses,
  shownForms,
  viewIn,
} from '../../../../web/pages/map/asked-view.ts';
import { sourceText } from '../../../../web/pages/map/source-text.ts';

const lists = {
  scorecards: scorecardsFile.scorecards as Scorecard[],
  forms: formsFile.forms as unknown as Form[],
} satisfies CatalogueLists;

describe('what an address asks for', () => {
  test('a scorecard, its group, or an indicator of a form; the service index where it says nothing', () => {
    expect(viewIn({}, 'current')).toEqual({
      subject: { scorecard: 'qd766', group: null },
      period: null,
      basis: 'current',
    });
    expect(viewIn({ diem: 'dti2024', nhom: 'HTS', ky: '2024' }, 'as-reported')).toEqual({
      subject: { scorecard: 'dti2024', group: 'HTS' },
      period: '2024',
      basis: 'as-reported',
    });
    expect(viewIn({ bieu: 'qd766', 'chi-tieu': '766.TDGQ', diem: 'dti922' }, 'current').subject).toEqual({
      form: 'qd766',
      indicator: '766.TDGQ',
    });
  });

  test('an indicator without its form is none', () => {
    expect(viewIn({ 'chi-tieu': '766.TDGQ' }, 'current').subject).toEqual({
      scorecard: 'qd766',
      group: null,
    });
  });

  test('choosing another subject takes away what belonged to the one before', () => {
    expect(queryOf({ form: 'qd766', indicator: '766.TDGQ' })).toMatchObject({ diem: null, nhom: null });
    expect(queryOf({ scorecard: 'dti922', group: null })).toMatchObject({ bieu: null, 'chi-tieu': null });
  });
});

describe('what is read', () => {
  test('of a scorecard with quarters and published years: a series of each kind, from its first period', () => {
    const asked = { subject: { scorecard: 'qd766', group: null }, basis: 'current' as const };
    expect(seriesAddresses(asked, lists, '/v1/public').sort()).toEqual([
      '/v1/public/series?scorecard=qd766&basis=current&from=2022',
      '/v1/public/series?scorecard=qd766&basis=current&from=2026-Q3',
    ]);
  });

  test('of an indicator: the series of its form; of what the catalogue has not, nothing', () => {
    const of = (form: string) =>
      seriesAddresses({ subject: { form, indicator: '766.TDGQ' }, basis: 'as-reported' }, lists, '/v1');
    expect(of('qd766')).toEqual(['/v1/series?form=qd766&indicator=766.TDGQ&basis=as-reported&from=2026-Q3']);
    expect(of('none')).toEqual([]);
  });

  test('what is not public is offered to who is signed in alone', () => {
    const codes = (isSignedIn: boolean) => shownForms(lists, isSignedIn).map(({ code }) => code);
    expect(codes(false)).not.toContain('cds');
    expect(codes(true)).toContain('cds');
    expect(codes(false)).toEqual(expect.arrayContaining(['qd766', 'population-published']));
  });
});

test('a source is the act alone: what stands behind it is for who maintains the catalogue', () => {
  expect(sourceText('QĐ 766/QĐ-TTg 23/06/2022; targets inferred from the fit')).toBe(
    'Điểm Cầu · QĐ 766/QĐ-TTg 23/06/2022',
  );
  expect(sourceText(undefined)).toBe('Điểm Cầu');
});

test.each([
  [{}, true],
  [{ diem: 'dti2024' }, true],
  [{ diem: 'khong-co' }, false],
  [{ diem: 'qd766', nhom: 'khong-co' }, false],
  [{ bieu: 'qd766', 'chi-tieu': '766.TDGQ' }, true],
  [{ bieu: 'qd766', 'chi-tieu': 'khong-co' }, false],
  [{ bieu: 'khong-co', 'chi-tieu': '766.TDGQ' }, false],
])('what %j names is there: %s', (query: Record<string, string>, known) =>
  expect(isKnown(viewIn(query, 'current').subject, lists)).toBe(known),
);

test('a group of any version of a scorecard is there', () => {
  const groups = lists.scorecards.flatMap(({ code, groups }) => groups.map((group) => [code, group.code]));
  expect(groups.length).toBeGreaterThan(0);
  expect(
    groups.every(([diem = '', nhom = '']) => isKnown(viewIn({ diem, nhom }, 'current').subject, lists)),
  ).toBe(true);
});

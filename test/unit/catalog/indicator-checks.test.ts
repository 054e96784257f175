import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type CatalogFiles, loadCatalog } from '../../../shared/catalog/catalog.ts';

/** What is refused of indicators, forms and scorecards that contradict each other. */

const folder = new URL('../../../shared/catalog/data/', import.meta.url);
const file = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const names = ['catalog', 'units', 'indicators', 'forms', 'scorecards', 'meetings'] as const;

type Entries = Record<string, Record<string, unknown>>;

/** The files with one entry changed: `change` is given the entry of that name. */
function changed(
  what: 'indicators' | 'forms' | 'scorecards',
  name: string,
  change: (entry: Record<string, unknown>) => void,
): CatalogFiles {
  const files = Object.fromEntries(names.map((each) => [each, file(each)])) as Record<string, Entries>;
  const entries = Object.values(files[what]?.[what] ?? {}) as Record<string, unknown>[];
  const entry = entries.findLast(({ id, code }) => id === name || code === name);
  if (!entry) throw new Error(`no ${name}`);
  change(entry);
  return files as CatalogFiles;
}

const set = (key: string, value: unknown) => (entry: Record<string, unknown>) => {
  entry[key] = value;
};
const target = (year: number | undefined, aim: object) => ({ year, aim, text: 'x', source: 'x' });

describe('the catalogue is refused', () => {
  test.each([
    [
      'an indicator led by nobody',
      'indicators',
      '411-03',
      set('lead', { name: 'x', unit: 'ministry:X' }),
      /ministry:X/,
    ],
    [
      'a weight without weighing',
      'indicators',
      'grdp-per-head',
      set('over', { units: 'sum', time: 'none', weight: 'population' }),
      /grdp-per-head is weighted/,
    ],
    [
      'weighing without a weight',
      'indicators',
      'grdp-per-head',
      set('over', { units: 'weighted', time: 'none' }),
      /grdp-per-head is weighted/,
    ],
    [
      'a weight that is not summed',
      'indicators',
      'grdp-per-head',
      set('over', { units: 'weighted', time: 'none', weight: '1354-T-1' }),
      /weighted by 1354-T-1/,
    ],
    [
      'a ratio of what has no parts',
      'indicators',
      'population',
      set('over', { units: 'ratio', time: 'last' }),
      /population is no ratio/,
    ],
    [
      'two targets for one year',
      'indicators',
      'NQ03-7',
      set('targets', [target(2030, { is: '>=', value: '5' }), target(2030, { is: '>=', value: '6' })]),
      /NQ03-7 has two targets/,
    ],
    [
      'a range that ends before it begins',
      'indicators',
      'NQ03-19',
      set('targets', [target(2030, { is: 'range', from: '50', to: '40' })]),
      /ends before it begins/,
    ],
    [
      'a reporter of another kind',
      'forms',
      'dti922-published',
      set('reporters', ['province:01@2008']),
      /no ministry/,
    ],
    ['a form that ends before it begins', 'forms', 'dti922', set('to', '2021'), /dti922.*ends before/],
    [
      'a figure without its weight',
      'forms',
      'population-published',
      set('indicators', [{ indicator: 'grdp-per-head', group: 'ECONOMY' }]),
      /grdp-per-head without population/,
    ],
    [
      'an indicator asked for twice',
      'forms',
      'dti922-published',
      set(
        'indicators',
        [1, 2].map(() => ({ indicator: '922.3', group: 'TOTAL' })),
      ),
      /an indicator twice/,
    ],
    [
      'groups that do not make the total',
      'scorecards',
      'qd766',
      set('max', '99'),
      /groups of 100 points for a total of 99/,
    ],
    [
      'weights that do not make the total',
      'scorecards',
      'dti922',
      set('total', { divideBy: '100', reported: '922.total' }),
      /groups of 1000 points for a total of 1/,
    ],
    [
      'a total of an indicator that is none',
      'scorecards',
      'dti2024',
      set('total', { reported: '405.x' }),
      /405\.x/,
    ],
    [
      'two versions that score one form',
      'scorecards',
      'qd766',
      set('form', 'qd766-published'),
      /another version/,
    ],
  ] as const)('%s', (_, what, name, change, message) => {
    expect(() => loadCatalog(changed(what, name, change))).toThrow(message);
  });

  test('two versions of a form that are asked for in one period', () => {
    const files = changed('forms', 'cds', () => {}) as unknown as { forms: { forms: { code: string }[] } };
    const cds = files.forms.forms.find(({ code }) => code === 'cds');
    files.forms.forms.push({ ...cds, code: 'cds', ...{ version: 2, from: '2026-Q3' } });
    expect(() => loadCatalog(files as unknown as CatalogFiles)).toThrow(/cds version 1 and version 2/);
  });
});

test('a second version of a form stands beside the first, where that one ends', () => {
  const files = changed('forms', 'cds', set('to', '2026-Q2')) as unknown as {
    forms: { forms: { code: string }[] };
  };
  const cds = files.forms.forms.find(({ code }) => code === 'cds');
  files.forms.forms.push({ ...cds, code: 'cds', ...{ version: 2, from: '2026-Q3', to: null } });
  const { everyForm, forms } = loadCatalog(files as unknown as CatalogFiles);
  expect(everyForm.filter(({ code }) => code === 'cds')).toHaveLength(2);
  expect(forms.get('cds')?.version).toBe(2);
});

import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import type { Observation } from '../../../shared/observations/observation.ts';
import { figuresOf, isAreaPage, type Page, type Page1, pagesOf } from '../../../shared/observations/page.ts';

const form = catalog.forms.get('qd766') as Form;

function observation(indicator: string, more: Partial<Observation> = {}): Observation {
  const figures = { value: null, numerator: '1', denominator: '2', status: 'reported' } as const;
  const rest = {
    unit: 'u',
    period: '2026-Q3',
    approximate: false,
    note: null,
    at: { sheet: null, cell: 'A1' },
  };
  return { ...rest, ...figures, indicator, ...more };
}

describe('pages', () => {
  const observations = [
    observation('766.TDGQ', {
      numerator: '123456789012345',
      denominator: '1234567890123456',
      note: 'như kỳ trước',
    }),
    observation('766.PUBLISH_ON_TIME', { numerator: '1.5', approximate: true, note: 'như kỳ trước' }),
    observation('766.TDGQ', { area: 'commune:2', numerator: null, denominator: null, status: 'not-yet' }),
    observation('766.ONLINE', {
      area: 'commune:1',
      numerator: '0',
      denominator: '0',
      status: 'no-denominator',
    }),
    observation('766.PETITION_HANDLING_SATISFACTION', { value: '18.3', numerator: null, denominator: null }),
  ];

  test('give back what was packed, also from JSON', () => {
    const pages = JSON.parse(JSON.stringify(pagesOf(observations, form))) as Page[];
    const given = observations.map(({ unit: _, period: __, at: ___, ...figure }) => figure);
    const figures = pages.flatMap(figuresOf);
    expect(figures).toHaveLength(given.length);
    expect(figures).toEqual(expect.arrayContaining(given));
    expect(pages.map(({ name }) => [name, isAreaPage(name)])).toContainEqual(['TDGQ', false]);
    expect(pages.map(({ name }) => [name, isAreaPage(name)])).toContainEqual(['TDGQ~1', true]);
  });

  test('none is larger than an item, whatever its notes', () => {
    const note = 'ể'.repeat(3_000);
    const many = Array.from({ length: 400 }, (_, at) =>
      observation('766.TDGQ', { area: `commune:${at}`, note: `${note}${at}` }),
    );
    const pages = pagesOf(many, form);
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(400_000);
    expect(pages.flatMap(figuresOf)).toHaveLength(400);
  });

  test('of the first shape are still read; of an unknown one are not', () => {
    const old: Page1 = {
      schema: 'page/1',
      group: 'TDGQ',
      indicator: ['766.TDGQ'],
      value: [null],
      numerator: ['1'],
      denominator: ['2'],
      status: ['reported'],
      approximate: [],
      notes: { 0: 'x' },
    };
    expect(figuresOf(old)).toEqual([
      {
        indicator: '766.TDGQ',
        value: null,
        numerator: '1',
        denominator: '2',
        status: 'reported',
        approximate: false,
        note: 'x',
      },
    ]);
    expect(() => figuresOf({ ...old, schema: 'page/9' } as unknown as Page)).toThrow('page/9');
  });
});

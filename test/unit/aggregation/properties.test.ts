import { describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import fc from 'fast-check';
import { documentsOf } from '../../../shared/aggregation/aggregate-period.ts';
import { type Combined, combine, figureFrom } from '../../../shared/aggregation/combine.ts';
import { ranks } from '../../../shared/aggregation/ranks.ts';
import type { Round } from '../../../shared/aggregation/round.ts';
import { emptyRound } from '../../../shared/aggregation/round.ts';
import { wholeFigures } from '../../../shared/aggregation/whole-figures.ts';
import { catalog as real } from '../../../shared/catalog/catalog.ts';
import { type Period, periodOf } from '../../../shared/catalog/period.ts';
import type { Carriage, Form, Indicator } from '../../../shared/catalog/schema.ts';
import type { ObservationStatus } from '../../../shared/observations/observation.ts';
import { type Figure, type Page, pagesOf } from '../../../shared/observations/page.ts';

const indicator = (id: string, kind: Indicator['kind'], unit: string, over?: Carriage): Indicator => ({
  ...{ id, kind, unit, direction: 'up', names: { vi: id, en: id }, source: 'test' },
  ...(over && { over }),
});
const indicators = [
  indicator('share', 'ratio', '%'),
  indicator('firms', 'count', 'doanh nghiệp'),
  indicator('income', 'amount', 'triệu đồng', { units: 'weighted', time: 'none', weight: 'people' }),
  indicator('people', 'amount', 'nghìn người', { units: 'sum', time: 'last' }),
  indicator('connected', 'yes-no', 'có/không'),
  indicator('speed', 'amount', 'Mbps'),
];
const names = { vi: 'x', en: 'x' };
const form: Form = {
  ...(real.forms.get('qd766') as Form),
  code: 'properties',
  groups: [
    { code: 'A', names },
    { code: 'B', names },
  ],
  indicators: indicators.map(({ id }, at) => ({ indicator: id, group: at < 3 ? 'A' : 'B' })),
};
const catalog = {
  ...real,
  indicators: new Map(indicators.map((each) => [each.id, each])),
  everyForm: [form],
  scorecards: new Map(),
  everyScorecard: [],
};

/** Digits of every length, up to and beyond 2^53, whole and with decimals. */
const numberText = fc.oneof(
  fc.nat(90_000).map(String),
  fc.constantFrom('9007199254740991', '9007199254740992', '9007199254740993', '999999999999999'),
  fc.bigInt({ min: 0n, max: 10n ** 24n }).map(String),
  fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 9 })).map(([whole, part]) => `${whole}.${part}`),
);
const none = { value: null, numerator: null, denominator: null };
const absent = fc
  .constantFrom<ObservationStatus>('missing', 'not-yet', 'not-collected', 'not-applicable')
  .map((status) => ({ ...none, status }));
const reported = { status: 'reported' as const };
const valueFigure = numberText.map((value) => ({ ...none, ...reported, value }));
const filled: Record<string, fc.Arbitrary<Omit<Figure, 'indicator' | 'approximate' | 'note'>>> = {
  share: fc.oneof(
    fc
      .tuple(numberText, numberText)
      .map(([numerator, denominator]) => ({ ...none, ...reported, numerator, denominator })),
    fc.constant({ ...none, numerator: '0', denominator: '0', status: 'no-denominator' as const }),
  ),
  firms: valueFigure,
  income: valueFigure,
  people: valueFigure,
  connected: fc.boolean().map((yes) => ({ ...none, ...reported, value: String(yes) })),
  speed: valueFigure,
};

/** What one area reports: of each indicator a figure, a word why not, or nothing at all. */
const areaFigures: fc.Arbitrary<Figure[]> = fc
  .tuple(
    ...indicators.map(({ id }) =>
      fc.option(
        fc
          .tuple(
            fc.oneof(
              { weight: 5, arbitrary: filled[id] as (typeof filled)[string] },
              { weight: 1, arbitrary: absent },
            ),
            fc.boolean(),
          )
          .map(([figure, approximate]): Figure => ({ ...figure, indicator: id, approximate, note: null })),
        { freq: 8 },
      ),
    ),
  )
  .map((figures) => figures.filter((figure) => figure !== null));
const country = fc.array(areaFigures, { minLength: 1, maxLength: 8 });

const observed = (areas: readonly (readonly Figure[])[], first = 0) =>
  areas.flatMap((figures, at) =>
    figures.map((figure) => ({
      ...figure,
      area: `commune:${first + at}`,
      unit: 'u',
      period: '2026-Q3',
      at: { sheet: null, cell: 'A1' },
    })),
  );
const stored = (pages: Page[]) => JSON.parse(JSON.stringify(pages)) as Page[];
const whole = (pages: Page[], count: number) => wholeFigures(pages, form, catalog, count);

/** The parts of a figure, one an area, as `combine` takes them. */
const partsOf = (areas: readonly (readonly Figure[])[], id: string) =>
  areas.map((figures) => ({
    figure: figures.find((figure) => figure.indicator === id),
    weight: figures.find((figure) => figure.indicator === 'people'),
  }));
const told = ({ counted: _, expected: __, ...rest }: Combined) => rest;

describe('figures of a unit from its areas', () => {
  test('are the same in any order of areas, split over any pages, and with pages given twice', () => {
    const splits = country.chain((areas) =>
      fc.tuple(
        fc.constant(areas),
        fc.array(fc.nat(3), { minLength: areas.length, maxLength: areas.length }),
        fc.infiniteStream(fc.nat()),
      ),
    );
    fc.assert(
      fc.property(splits, ([areas, places, order]) => {
        const once = whole(stored(pagesOf(observed(areas), form)), areas.length);
        const all = observed(areas);
        const pages = [0, 1, 2, 3].flatMap((place) => {
          const mine = all.filter(({ area }) => places[Number(area.slice('commune:'.length))] === place);
          return pagesOf(mine, form).map((page) => ({ ...page, name: `${page.name}${place}` }));
        });
        const shuffled = [...pages, ...pages.slice(0, 2)]
          .map((page) => ({ page, by: order.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ page }) => page);
        expect(whole(stored(shuffled), areas.length)).toEqual(once);
      }),
    );
  });

  test('are those of combining the areas one by one', () => {
    fc.assert(
      fc.property(country, (areas) => {
        const figures = whole(stored(pagesOf(observed(areas), form)), areas.length);
        for (const each of indicators) {
          const parts = partsOf(areas, each.id);
          const figure = figures.find(({ indicator: id }) => id === each.id);
          if (parts.every(({ figure: of }) => of === undefined)) {
            expect(figure).toBeUndefined();
            continue;
          }
          const combined = combine(each, parts);
          const { counted, expected, reason } = combined;
          expect(figure?.fromAreas).toEqual({ counted, expected, reason });
          const said = new Set(parts.map(({ figure: of }) => of?.status));
          said.delete('not-applicable');
          const [word] = said;
          const isWord = said.size === 1 && (word === 'not-yet' || word === 'not-collected');
          expect(figure).toMatchObject({
            ...figureFrom(each.id, combined),
            ...(isWord ? { status: word } : {}),
          });
        }
      }),
    );
  });

  test('are the sums of an independent library', () => {
    fc.assert(
      fc.property(country, (areas) => {
        const figures = whole(stored(pagesOf(observed(areas), form)), areas.length);
        const sumOf = (id: string, of: 'numerator' | 'denominator' | 'value') =>
          partsOf(areas, id)
            .flatMap(({ figure }) => figure?.[of] ?? [])
            .reduce((total, number) => total.plus(number), new Big(0))
            .toFixed();
        for (const figure of figures.filter(({ fromAreas }) => fromAreas?.counted)) {
          if (figure.indicator === 'share') {
            expect([figure.numerator, figure.denominator]).toEqual([
              sumOf('share', 'numerator'),
              sumOf('share', 'denominator'),
            ]);
          }
          if (figure.indicator === 'firms') expect(figure.value).toBe(sumOf('firms', 'value'));
        }
      }),
    );
  });

  test('an area that stands in two pages of a group is refused: it would count twice', () => {
    const figures: Figure[] = [
      { ...none, ...reported, value: '1', indicator: 'firms', approximate: false, note: null },
    ];
    const [page] = pagesOf(observed([figures]), form) as [Page];
    expect(() => whole([page, { ...page, name: `${page.name}0` }], 1)).toThrow('stands twice');
  });
});

describe('merging and adding up', () => {
  /** Areas in provinces, provinces in merged units. */
  const merged = fc.tuple(country, fc.infiniteStream(fc.nat(3)), fc.infiniteStream(fc.nat(1)));
  const grouped = <T>(items: readonly T[], by: (at: number) => number): T[][] => {
    const groups = new Map<number, T[]>();
    items.forEach((item, at) => {
      const key = by(at);
      groups.set(key, [...(groups.get(key) ?? []), item]);
    });
    return [...groups.values()];
  };

  test('merging then adding up is adding up then merging, and the nation is the same on both maps', () => {
    fc.assert(
      fc.property(merged, ([areas, province, region]) => {
        for (const each of indicators.filter(({ id }) => id !== 'speed')) {
          const parts = partsOf(areas, each.id);
          const provinces = grouped(parts, () => province.next().value);
          const ofProvinces = provinces.map((inside) => ({
            figure: figureFrom(each.id, combine(each, inside)),
          }));
          const regions = grouped(ofProvinces, () => region.next().value);
          const asReported = combine(each, ofProvinces);
          const current = combine(
            each,
            regions.map((inside) => ({ figure: figureFrom(each.id, combine(each, inside)) })),
          );
          expect(told(asReported)).toEqual(told(combine(each, parts)));
          expect(told(current)).toEqual(told(asReported));
        }
      }),
    );
  });

  test('what cannot be added is refused at every level', () => {
    fc.assert(
      fc.property(country, (areas) => {
        const speed = indicators.at(-1) as Indicator;
        expect(told(combine(speed, partsOf(areas, 'speed')))).toEqual({ ...none, reason: 'not-additive' });
      }),
    );
  });

  test('ratios are those of an independent library, rounded once', () => {
    const exact = Big();
    exact.DP = 80;
    fc.assert(
      fc.property(fc.array(fc.tuple(numberText, numberText), { minLength: 1, maxLength: 9 }), (pairs) => {
        const parts = pairs.map(([numerator, denominator]) => ({
          figure: {
            ...none,
            ...reported,
            indicator: 'share',
            numerator,
            denominator,
            approximate: false,
            note: null,
          },
        }));
        const total = (at: 0 | 1) => pairs.reduce((sum, pair) => sum.plus(pair[at]), new exact(0));
        fc.pre(!total(1).eq(0));
        const wanted = total(0).times(100).div(total(1)).round(2, 2);
        expect(combine(indicators[0] as Indicator, parts).value).toBe(wanted.toFixed());
      }),
    );
  });
});

describe('ranks', () => {
  test('are one more than how many are better, whatever the numbers', () => {
    const given = fc.array(
      fc.option(
        fc.oneof(
          numberText,
          numberText.map((text) => `-${text}`),
          fc.constantFrom('1.50', '1.5', '0', '-0'),
        ),
      ),
    );
    fc.assert(
      fc.property(given, fc.constantFrom('largest' as const, 'smallest' as const), (numbers, best) => {
        const naive = numbers.map((number) => {
          if (number === null) return null;
          const better = numbers.filter((other) => {
            const order = other === null ? 0 : new Big(other).cmp(number);
            return best === 'largest' ? order > 0 : order < 0;
          });
          return better.length + 1;
        });
        expect(ranks(numbers, best)).toEqual(naive);
      }),
    );
  });
});

describe('documents', () => {
  const period = periodOf('2026-Q3') as Period;
  const empty = emptyRound(catalog, form, period);
  const numbersIn = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [value];

  test('hold no number that is none, and no undefined figure', () => {
    fc.assert(
      fc.property(country, (areas) => {
        const entries = empty.entries.map((entry, at) => {
          const figures = areas[at];
          return figures ? { ...entry, standing: { version: 1, state: 'on-time' as const }, figures } : entry;
        });
        const round: Round = { ...empty, entries };
        const leaves = numbersIn(documentsOf(round, '2026-09-26T00:00:00.000Z'));
        const wrong = leaves.filter((leaf) =>
          typeof leaf === 'number' ? !Number.isFinite(leaf) : /NaN|Infinity|undefined/.test(String(leaf)),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

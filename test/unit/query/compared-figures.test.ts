import { describe, expect, test } from '@jest/globals';
import type { WholeFigure } from '../../../shared/aggregation/whole-figures.ts';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Form } from '../../../shared/catalog/schema.ts';
import { comparedFigures } from '../../../shared/query/compared-figures.ts';

const form = catalog.forms.get('qd766') as Form;
const indicator = '766.TDGQ';
const bare = { indicator, value: null, approximate: false, note: null } as const;
const ratio = (numerator: string, denominator: string): WholeFigure => ({
  ...bare,
  numerator,
  denominator,
  status: 'reported',
});
const without = (status: WholeFigure['status']): WholeFigure => ({
  ...bare,
  numerator: null,
  denominator: null,
  status,
});
const compared = (now: WholeFigure | null, before: WholeFigure | null | 'nothing') =>
  comparedFigures(
    { figures: now ? [now] : [], before: before === 'nothing' ? null : before ? [before] : [], sources: [] },
    { form, catalog },
  ).find((row) => row.indicator === indicator);

describe('a figure beside the last', () => {
  // 45/50 and 90/100 are both 90.00 %; 0 of 0 is a word, not a zero.
  test.each<[string, WholeFigure | null, WholeFigure | null | 'nothing', string, string | null]>([
    ['the same counts', ratio('90', '100'), ratio('90', '100'), 'same', '0'],
    ['the same counts, written otherwise', ratio('90', '100'), ratio('90.0', '100.00'), 'same', '0'],
    ['the same share of other counts', ratio('45', '50'), ratio('90', '100'), 'changed', '0'],
    ['another share', ratio('40', '47'), ratio('43', '47'), 'changed', '-6.38'],
    ['none before', ratio('90', '100'), without('missing'), 'new', null],
    ['not in the file before', ratio('90', '100'), null, 'new', null],
    ['none any more', without('missing'), ratio('90', '100'), 'gone', null],
    ['nothing on either side', without('missing'), without('missing'), 'none', null],
    ['another word for nothing', without('not-applicable'), without('missing'), 'changed', null],
    ['0 of 0 where there was a share', ratio('0', '0'), ratio('1', '2'), 'changed', null],
    ['nothing to hold it against', ratio('90', '100'), 'nothing', 'none', null],
  ])('%s', (_what, now, before, change, difference) => {
    expect(compared(now, before)).toMatchObject({ change, difference });
  });

  test('every row of the form is told of, in its order', () => {
    const rows = comparedFigures({ figures: [], before: null, sources: [] }, { form, catalog });
    expect(rows.map((row) => row.indicator)).toEqual(form.indicators.map((row) => row.indicator));
    expect(rows[0]).toMatchObject({ figure: null, before: null, cells: [], change: 'none' });
  });
});

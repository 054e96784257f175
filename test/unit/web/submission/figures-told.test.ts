import { expect, test } from '@jest/globals';
import { figuresTold } from '../../../../web/pages/submission/figures-told.ts';

const asks = (count: number) => ({
  indicators: Array.from({ length: count }, (_, at) => ({ indicator: `i${at}`, group: 'g' })),
});
const read = {
  numerator: null,
  denominator: null,
  status: 'reported',
  reason: null,
  approximate: false,
  note: null,
  value: '1',
} as const;
const gap = { ...read, value: null, status: 'missing', reason: 'missing' } as const;

test('figures are counted out of what the form asks for, also where rows fell out of a file that was returned', () => {
  expect(figuresTold({ items: null, observations: 17, form: asks(21) })).toEqual({ read: 17, all: 21 });
  const items = [{ figure: read }, { figure: gap }, { figure: null }];
  expect(figuresTold({ items, observations: 2, form: asks(3) })).toEqual({ read: 1, all: 3 });
});

test('of a form about many units the whole is known only from what was kept', () => {
  const form = { ...asks(21), about: { kind: 'province' as const } };
  expect(figuresTold({ items: null, observations: 700, form })).toEqual({ read: 700, all: null });
});

test('a sheet of tasks has no figures to count', () => {
  expect(figuresTold({ items: [], observations: 0, form: asks(0) })).toBeNull();
});

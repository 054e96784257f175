import type { Carriage, Indicator } from './schema.ts';

/**
 * How an indicator's figures become one figure: as its entry says, else as its kind allows. What no source says may be
 * added is not added: an amount may be a speed, a rate has lost its parts.
 */
export function carriageOf({ kind, over }: Pick<Indicator, 'kind' | 'over'>): Carriage {
  return over ?? byKind[kind];
}

const refused: Carriage = { units: 'none', time: 'none' };
const byKind: Readonly<Record<Indicator['kind'], Carriage>> = {
  ratio: { units: 'ratio', time: 'ratio' },
  count: { units: 'sum', time: 'sum' },
  amount: { units: 'none', time: 'last' },
  rate: { units: 'none', time: 'last' },
  score: refused,
  rank: refused,
  'yes-no': { units: 'share-yes', time: 'last' },
  date: refused,
  target: refused,
  text: refused,
};

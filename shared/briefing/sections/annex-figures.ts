import type { IndicatorRollup } from '../../aggregation/roll-up.ts';
import type { Named } from '../../aggregation/round.ts';
import type { Told } from '../told.ts';
import type { Texts } from '../voice.ts';

/** Of the nation, among the codes of units. */
export const nationCode = 'VN';

export type UnitFigure = IndicatorRollup['units'][number];

/** The rolled-up indicators by form and period, in the order in which they stand. */
export function roundsIn(told: Told): IndicatorRollup[][] {
  const rounds = new Map<string, IndicatorRollup[]>();
  for (const rollup of told.now.indicators) {
    const key = `${rollup.form} ${rollup.period}`;
    rounds.set(key, [...(rounds.get(key) ?? []), rollup]);
  }
  return [...rounds.values()];
}

/** Every unit of a rollup in the order of codes, those that did not report among them. */
export function unitsOf({ units, coverage }: IndicatorRollup): { named: Named; figure: UnitFigure | null }[] {
  const told = [
    ...units.map((unit) => ({ named: unit as Named, figure: unit })),
    ...coverage.missing
      .filter(({ unit }) => !units.some((listed) => listed.unit === unit))
      .map((named) => ({ named: named as Named, figure: null })),
  ];
  return told.sort((a, b) => (a.named.code < b.named.code ? -1 : a.named.code > b.named.code ? 1 : 0));
}

/** `partial`: of a unit that it is, of the nation whose figures are. */
export type Marked = { approximate?: true; partial?: true | readonly Named[] };

/** What must be known of a figure before it is read: on paper by a sign, in the long table in words. */
export const marks: readonly { sign: string; isSo(figure: Marked): boolean; names: Texts }[] = [
  {
    sign: '*',
    isSo: ({ approximate }) => approximate === true,
    names: { vi: 'số ước tính', en: 'approximate' },
  },
  {
    sign: '†',
    isSo: ({ partial }) => partial !== undefined,
    names: {
      vi: 'có phần mới tổng hợp từ một số đơn vị trực thuộc',
      en: 'in part of some of the areas of a unit only',
    },
  },
];

import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { withoutNumbering } from '../layout/row-kind.ts';
import { indicatorByCode, indicatorByName, isGroupName } from '../match/match-indicator.ts';
import { scaleTo } from '../number/unit-of-measure.ts';
import type { ReadingFault } from '../reading-faults.ts';

/** The indicator of a row, or why it is not known. `which`: the place of the column in `indicatorRoles`. */
export type NamedIndicator =
  | {
      number: number;
      indicator: Indicator;
      /** The power of ten by which the row's unit of measure differs from the indicator's. */
      shift: number;
      /** The code in the file is not one of the form: the name was taken. */
      repaired: string | null;
    }
  | { number: -1; fault: ReadingFault; which: number; got: string | null; expected: string | null }
  | { number: -1; fault: 'blank' | 'section' };

/** The columns that name an indicator, and its unit of measure, in the order in which their texts are given. */
export const indicatorRoles = ['indicatorCode', 'indicatorName', 'measure'] as const;

/** Makes what tells the indicator of a row from the texts of its columns. Numbers follow the form's order. */
export function indicatorNamer(asked: Asked): (texts: readonly string[]) => NamedIndicator {
  const numbers = new Map(asked.required.map((indicator, number) => [indicator.id, number]));
  const { indicators } = asked;
  return (texts) => {
    const [code, name, measure] = [0, 1, 2].map((which) => tidy(texts[which] ?? '')) as [
      string,
      string,
      string,
    ];
    if (code === '' && name === '') return { number: -1, fault: 'blank' };
    const byCode = code === '' ? undefined : indicatorByCode(indicators, code);
    const byName =
      name === ''
        ? undefined
        : (indicatorByName(indicators, name) ?? indicatorByName(indicators, withoutNumbering(name)));
    if (!byCode && !byName && isGroupName(indicators, name || code)) return { number: -1, fault: 'section' };
    if (byCode && byName && byCode !== byName) {
      return { number: -1, fault: 'indicator-unclear', which: 0, got: code, expected: byName.id };
    }
    const indicator = byCode ?? byName;
    if (!indicator) {
      const which = code === '' ? 1 : 0;
      return { number: -1, fault: 'indicator-unknown', which, got: texts[which] ?? null, expected: null };
    }
    const scale = measure === '' || /^[-–—]$/.test(measure) ? { shift: 0 } : scaleTo(indicator.unit, measure);
    const isPart = indicator.kind === 'ratio' || indicator.kind === 'text';
    if ('fault' in scale && !isPart) {
      return { number: -1, fault: scale.fault, which: 2, got: measure, expected: indicator.unit };
    }
    const shift = isPart || 'fault' in scale ? 0 : scale.shift;
    const repaired = !byCode && code !== '' ? code : null;
    return { number: numbers.get(indicator.id) ?? 0, indicator, shift, repaired };
  };
}

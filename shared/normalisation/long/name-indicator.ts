import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { indicatorByCode, indicatorsLike, isGroupName, mayHaveLostZero } from '../match/match-indicator.ts';
import { nearestNames, saysOtherwise } from '../match/name-agreement.ts';
import { indicatorNamed } from '../match/plain-name.ts';
import { suggest } from '../match/unit-finding.ts';
import { scaleOfParts, scaleTo } from '../number/unit-of-measure.ts';
import type { ReadingFault } from '../reading-faults.ts';
import type { Bilingual } from '../report.ts';
import { type Cell, isWithoutValue } from '../table.ts';

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
  | {
      number: -1;
      fault: ReadingFault;
      which: number;
      got: string | null;
      expected: string | null;
      hint: Bilingual | null;
    }
  /** `told`: the finding is noted already, once for the whole table. */
  | { number: -1; fault: 'blank' | 'section' | 'told' };

/** The columns that name an indicator, and its unit of measure, in the order in which their cells are given. */
export const indicatorRoles = ['indicatorCode', 'indicatorName', 'measure'] as const;

/**
 * Makes what tells the indicator of a row from its cells. Numbers follow the form's order.
 * @param lineShift the power of ten that the line above the table tells of an indicator; null: found fault with
 */
export function indicatorNamer(
  asked: Asked,
  lineShift: (indicator: Indicator) => number | null,
): (cells: readonly (Cell | undefined)[]) => NamedIndicator {
  const numbers = new Map(asked.required.map((indicator, number) => [indicator.id, number]));
  const { indicators } = asked;
  const fault = (
    code: ReadingFault,
    which: number,
    cell: Cell | undefined,
    more: Partial<NamedFault> = {},
  ) => {
    const got = cell?.text ?? null;
    // What was never computed names nothing, whatever else is not known of it.
    const what = isWithoutValue(cell) ? 'formula-without-value' : code;
    return {
      number: -1,
      fault: what,
      which,
      got: isWithoutValue(cell) ? null : got,
      expected: null,
      hint: null,
      ...more,
    } as const;
  };
  return ([codeCell, nameCell, measureCell]) => {
    const code = tidy(codeCell?.text ?? '');
    const name = tidy(nameCell?.text ?? '');
    if (code === '' && name === '') return { number: -1, fault: 'blank' };
    if (codeCell?.kind === 'number' && mayHaveLostZero(indicators, code)) {
      return fault('indicator-damaged', 0, codeCell, { hint: suggest([code, `${code}0`]) });
    }
    const period = asked.period.code;
    const byCode =
      code === ''
        ? undefined
        : (indicatorByCode(indicators, code) ?? indicatorNamed(indicators, code, period));
    const byName = name === '' ? undefined : indicatorNamed(indicators, name, period);
    if (!byCode && !byName && isGroupName(indicators, name || code)) return { number: -1, fault: 'section' };
    if (byCode && byName && byCode !== byName) {
      return fault('indicator-unclear', 0, codeCell, { expected: byName.id });
    }
    if (byCode && !byName && name !== '' && saysOtherwise(indicators, byCode, nameCell?.text ?? '')) {
      return fault('indicator-unclear', 1, nameCell, { expected: byCode.names.vi });
    }
    const indicator = byCode ?? byName;
    if (!indicator) {
      const like = [name, code].map((text) => indicatorsLike(indicators, text)).find((ids) => ids.length > 0);
      const hint = suggest(like ?? nearestNames(indicators, name));
      return fault(
        like ? 'indicator-damaged' : 'indicator-unknown',
        code === '' ? 1 : 0,
        codeCell ?? nameCell,
        {
          hint,
        },
      );
    }
    const measure = tidy(measureCell?.text ?? '');
    const isSaid = measure !== '' && !/^[-–—]$/.test(measure);
    const scale = isSaid ? shiftOf(indicator, measure) : { shift: lineShift(indicator) };
    if ('shift' in scale && scale.shift === null) return { number: -1, fault: 'told' };
    if ('fault' in scale) return fault(scale.fault, 2, measureCell, { expected: indicator.unit });
    const repaired = !byCode && code !== '' ? code : null;
    return { number: numbers.get(indicator.id) ?? 0, indicator, shift: scale.shift ?? 0, repaired };
  };
}

type NamedFault = Extract<NamedIndicator, { which: number }>;

/** Beside a ratio the unit says what the parts are counted in, or the percent of the result. */
function shiftOf({ kind, unit }: Indicator, measure: string): ReturnType<typeof scaleTo> {
  if (kind === 'text') return { shift: 0 };
  if (kind === 'ratio') return scaleOfParts(measure);
  return scaleTo(unit, measure);
}

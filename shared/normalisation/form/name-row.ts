import type { Indicator } from '../../catalog/schema.ts';
import type { Asked } from '../asked.ts';
import { tidy } from '../fold.ts';
import { cellIn, hasFigures, withoutNumbering } from '../layout/row-kind.ts';
import { indicatorByCode, indicatorByName, isGroupName, mayHaveLostZero } from '../match/match-indicator.ts';
import { saysOtherwise } from '../match/name-agreement.ts';
import { indicatorNamed } from '../match/plain-name.ts';
import type { ReadingFault } from '../reading-faults.ts';
import { type Cell, isWithoutValue, type Row } from '../table.ts';
import type { FormHeader } from './settle-header.ts';

/** What names a row: its code, its name, and the name as it was joined over two rows. */
export type Naming = { code: Cell | undefined; name: Cell | undefined; text: string };

/** Which indicator a row is of, or why that is not clear; `section`: it heads a group; undefined: none is known. */
export type Named =
  | { indicator: Indicator; cell: Cell; repaired: 'indicator-code' | 'indicator-name' | null }
  | { fault: ReadingFault; cell: Cell; expected: string | null; like: string[] }
  | 'section'
  | undefined;

export function namingOf(row: Row, { columns }: FormHeader): Naming {
  const name = cellIn(row, columns.name);
  return { code: cellIn(row, columns.code), name, text: name?.text ?? '' };
}

/** Tells the indicator of a row by its code and its name, which must not mean two. */
export function nameRow({ code, name, text }: Naming, row: Row, header: FormHeader, asked: Asked): Named {
  const { indicators, period } = asked;
  if (code?.kind === 'number' && mayHaveLostZero(indicators, code.text)) {
    return { fault: 'indicator-damaged', cell: code, expected: null, like: [code.text, `${code.text}0`] };
  }
  const coded = code && indicatorByCode(indicators, code.text);
  const byCode = coded ?? (code && indicatorNamed(indicators, code.text, period.code));
  const byName = indicatorNamed(indicators, text, period.code);
  const isSection = isGroupName(indicators, text) || isGroupName(indicators, withoutNumbering(text));
  // A section may carry its group's code, which is also an indicator's ("TDGQ"), and its group's points.
  if (isSection && !byName && (!hasFigures(row, header) || !byCode)) return 'section';
  if (byCode && code) {
    if (byName && byCode !== byName)
      return { fault: 'indicator-unclear', cell: code, expected: byName.id, like: [] };
    if (name && !byName && saysOtherwise(indicators, byCode, text)) {
      return { fault: 'indicator-unclear', cell: name, expected: byCode.names.vi, like: [] };
    }
    return { indicator: byCode, cell: code, repaired: coded ? null : 'indicator-name' };
  }
  if (!byName || !name) return undefined;
  const asItStands =
    text === name.text &&
    (indicatorByName(indicators, text) ?? indicatorByName(indicators, withoutNumbering(text)));
  const isCoded = code !== undefined && tidy(code.text) !== '' && !isWithoutValue(code);
  return {
    indicator: byName,
    cell: name,
    repaired: isCoded ? 'indicator-code' : asItStands ? null : 'indicator-name',
  };
}

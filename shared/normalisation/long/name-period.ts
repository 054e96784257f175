import type { Asked } from '../asked.ts';
import { fold } from '../fold.ts';
import type { Title } from '../layout/title.ts';
import { periodsIn } from '../match/read-period.ts';
import type { Cell } from '../table.ts';
import type { LongHeader } from './long-header.ts';
import type { LongRole } from './long-role.ts';

/** The columns that say of which period a row is, in the order in which their cells are given. */
export const periodRoles = ['period', 'year'] as const satisfies readonly LongRole[];

export type SaidPeriod = 'asked' | 'differs' | 'unclear';

/**
 * Makes what tells the period of a row from its cells: "Quý III/2026", or a quarter whose year stands in a column of its
 * own or in the title above the table. A quarter without any year is not clear.
 */
export function periodNamer(
  { columns, taken }: LongHeader,
  title: Pick<Title, 'periods' | 'loosePeriods'>,
  asked: Asked,
): (cells: readonly (Cell | undefined)[]) => SaidPeriod {
  const { code } = asked.period;
  const heading = taken.find(({ role }) => role === 'period')?.text.slice(0, 200) ?? '';
  // Below `Quý`, `III` is a quarter.
  const isQuarter = /(?:^| )(?:qui|quarter)$/.test(fold(heading));
  const above = new Set([...title.periods, ...title.loosePeriods].flatMap(({ codes }) => codes));
  const yearAbove = above.has(code) ? code.slice(0, 4) : undefined;
  return ([cell, yearCell]) => {
    const year = /^(?:năm )?(20\d\d)$/iu.exec((yearCell?.text ?? '').normalize('NFC').trim())?.[1];
    if (columns.year !== undefined && year === undefined && columns.period === undefined) return 'unclear';
    if (columns.period === undefined) return year === code.slice(0, 4) ? 'asked' : 'differs';
    const text = (cell?.text ?? '').slice(0, 200);
    const named = periodsIn(text);
    const found = named.length > 0 ? named : withYear(text, isQuarter, year ?? yearAbove);
    if (found.length !== 1) return 'unclear';
    const [only] = found as [string];
    return only === code && (year === undefined || year === code.slice(0, 4)) ? 'asked' : 'differs';
  };
}

/** `III`, `3`, `Quý 3`, `6 tháng đầu năm` beside the year that another cell says. */
function withYear(text: string, isQuarter: boolean, year: string | undefined): string[] {
  if (year !== undefined && /(?:^| )thang(?: |$)/.test(fold(text))) return periodsIn(`${text} ${year}`);
  const quarter = /^(qui |quarter |q ?)?(i{1,3}|iv|0?[1-4])$/.exec(fold(text));
  if (!quarter || year === undefined || (quarter[1] === undefined && !isQuarter)) return [];
  return periodsIn(`quý ${quarter[2]}/${year}`);
}

import type { Form } from '../../shared/catalog/schema.ts';

/**
 * The periods of a kind of which a reporter thinks today: the one that runs and the one before, by the calendar.
 * When each is open and due the service says.
 * @param day a local day, `2026-09-22`
 * @returns codes from the earlier to the later: `['2026-Q2', '2026-Q3']`
 */
export function periodsNow(kind: Form['periodKind'], day: string): [string, string] {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const perYear = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 }[kind];
  const code = (at: number): string => {
    const [ofYear, within] = [Math.floor(at / perYear), (at % perYear) + 1];
    if (kind === 'month') return `${ofYear}-M${String(within).padStart(2, '0')}`;
    if (kind === 'quarter') return `${ofYear}-Q${within}`;
    if (kind === 'half') return `${ofYear}-H${within}`;
    return kind === 'year' ? `${ofYear}` : `${ofYear}-9M`;
  };
  const now = year * perYear + Math.floor(((month - 1) * perYear) / 12);
  return [code(now - 1), code(now)];
}

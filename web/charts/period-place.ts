const lastMonths: Record<string, (number: number) => number> = {
  Q: (quarter) => quarter * 3,
  M: (month) => month,
  H: (half) => half * 6,
};

/**
 * The last month of a period, counted from the year 0: where it stands on an axis of time.
 * @param code `2026-Q3` · `2025-M07` · `2025-H1` · `2025-9M` · `2024`
 * @returns null when it is no period
 */
export function lastMonthOf(code: string): number | null {
  const [, year, kind = '', number = '', nine] = /^(20\d\d)(?:-(?:([QMH])(\d+)|(9M)))?$/.exec(code) ?? [];
  if (year === undefined) return null;
  const month = nine ? 9 : (lastMonths[kind]?.(Number(number)) ?? 12);
  return Number(year) * 12 + month;
}

/** Of which map a period is: that of its window's last day. The 63 provinces became 34 on 2025-07-01. */
export function mapOfPeriod(code: string): '34' | '63' {
  return (lastMonthOf(code) ?? Number.POSITIVE_INFINITY) >= mergerMonth ? '34' : '63';
}

/** July 2025: the last day of a period that ends in it, on the 14th or the 31st, is on the new map. */
export const mergerMonth = 2025 * 12 + 7;

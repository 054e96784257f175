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

/**
 * July 2025: the 63 provinces became 34 on the first, and the map of a period is that of its window's last day, which in a
 * period that ends in it (on the 14th or the 31st) is on the new map.
 */
export const mergerMonth = 2025 * 12 + 7;

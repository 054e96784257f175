/** A unit of a scorecard with one group, `A`; without a total it has not reported. */
export const scored = (code: string, rank: number | null, total: string | null, points: string | null) => ({
  unit: `province:${code}@2025`,
  code,
  name: code,
  rank,
  total,
  totalReason: total === null ? ('missing' as const) : null,
  groups: { A: points },
  indicators: {},
});

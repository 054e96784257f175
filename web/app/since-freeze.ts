import type { MeetingCoverage } from '../../shared/aggregation/meeting-coverage.ts';
import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';

/** A report that stands otherwise than in the snapshot. `reported`: none stood when it was frozen · `revised`: an earlier version did. */
export type SinceFreeze = { unit: string; form: string; period: string; word: 'reported' | 'revised' };

/**
 * The reports that were signed or corrected after a meeting's figures were frozen.
 * @param frozen the coverage of its snapshot
 * @param live the coverage of each of its rounds as it stands now
 */
export function sinceFreeze(
  frozen: Pick<MeetingCoverage, 'units'>,
  live: readonly Pick<CoverageDocument, 'form' | 'period' | 'units'>[],
): SinceFreeze[] {
  const versions = new Map(
    frozen.units.flatMap(({ unit, reports }) =>
      reports.map(({ form, period, version }) => [`${unit} ${form} ${period}`, version] as const),
    ),
  );
  return live.flatMap(({ form, period, units }) =>
    units.flatMap(({ unit, version }): SinceFreeze[] => {
      const before = versions.get(`${unit} ${form} ${period}`) ?? null;
      if (version === null || version <= (before ?? 0)) return [];
      return [{ unit, form, period, word: before === null ? 'reported' : 'revised' }];
    }),
  );
}

/** What became of one report after the freeze; undefined: it stands as it was frozen. */
export function wordOf(
  since: readonly SinceFreeze[],
  { unit, form, period }: Pick<SinceFreeze, 'unit' | 'form' | 'period'>,
): SinceFreeze['word'] | undefined {
  return since.find((one) => one.unit === unit && one.form === form && one.period === period)?.word;
}

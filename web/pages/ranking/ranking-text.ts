import type { ScorecardRollup } from '../../../shared/aggregation/score-round.ts';
import type { SeriesItem } from '../../../shared/query/series-view.ts';
import type { Language } from '../../app/language.tsx';
import { periodText } from '../../format/periods.ts';
import { sortedRows } from './ranking-order.ts';
import { type comparedPeriod, type RankingRow, toldGroups } from './ranking-rows.ts';
import { words } from './words.ts';

/** Who is first and who is last of those that are shown, and how many are ranked. @param text a row's total as it is written */
export function rankingSummary(
  rows: readonly RankingRow[],
  text: (row: RankingRow) => string,
  language: Language,
): string {
  const say = words[language];
  const ranked = sortedRows(
    rows.filter(({ rank }) => rank !== null),
    { by: 'hang', order: 'ascending' },
  );
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (first === undefined || last === undefined) return say.nothing(rows.length);
  const ends = { first: first.name, firstText: text(first), last: last.name, lastText: text(last) };
  return say.summary({ ...ends, ranked: ranked.length, all: rows.length });
}

/**
 * What a reader must know beside a ranking: who is not in it, what ranks are compared with, which points there are not.
 * @param compared what ranks are compared with; undefined: of what is frozen that is not told
 */
export function rankingNote(
  rollup: Pick<ScorecardRollup, 'coverage' | 'groups' | 'units'>,
  compared: ReturnType<typeof comparedPeriod> | undefined,
  language: Language,
): string {
  const say = words[language];
  const { counted, expected } = rollup.coverage;
  const told = toldGroups(rollup);
  const silent = rollup.groups.filter((group) => !told.includes(group));
  return [
    ...(counted < expected ? [say.few(counted, expected)] : []),
    ...(compared === undefined ? [] : [comparedText(compared, language)]),
    ...(silent.length > 0 ? [say.noPoints(silent.map(({ names }) => names[language]).join(', '))] : []),
    ...(hasUngrounded(rollup) ? [say.ungrounded] : []),
    say.ties,
  ].join(' ');
}

function comparedText(compared: SeriesItem | null | 'too-few', language: Language): string {
  const say = words[language];
  if (compared === 'too-few') return say.tooFew;
  return compared ? say.comparedWith(periodText(compared.period, language)) : say.notCompared;
}

/** Whether somebody has a total and of a group no figure. */
function hasUngrounded({ units }: Pick<ScorecardRollup, 'units'>): boolean {
  return units.some(
    ({ total, totalReason, groups }) =>
      total !== null && totalReason === null && Object.values(groups).includes(null),
  );
}

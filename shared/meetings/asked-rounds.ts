import { type Catalog, formIn } from '../catalog/catalog.ts';
import type { Ask, Meeting } from './meeting.ts';

/**
 * The rounds of a meeting, each once: what is aggregated once more behind the cut-off, and then frozen.
 */
export function askedRounds({ asks }: Pick<Meeting, 'asks'>): Ask[] {
  return [...new Map(asks.map((ask) => [`${ask.form} ${ask.period}`, ask])).values()];
}

/** The periods that a meeting looks at, in the order of its asks. */
export function periodsAsked({ asks }: Pick<Meeting, 'asks'>): string[] {
  return [...new Set(asks.map(({ period }) => period))];
}

/** The scorecards that the forms of a meeting are scored by, in its periods. */
export function scorecardsAsked({ asks }: Pick<Meeting, 'asks'>, catalog: Catalog): string[] {
  const codes = asks
    .filter(({ form, period }) => formIn(catalog, form, period))
    .flatMap(({ form }) => catalog.everyScorecard.filter((scorecard) => scorecard.form === form))
    .map(({ code }) => code);
  return [...new Set(codes)];
}

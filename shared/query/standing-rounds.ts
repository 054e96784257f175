import type { RollupStore } from '../aggregation/aggregate-period.ts';
import { gatherRound } from '../aggregation/gather-round.ts';
import { emptyRound, type Round } from '../aggregation/round.ts';
import { roundFrom } from '../aggregation/stored-round.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Period } from '../catalog/period.ts';
import type { Form } from '../catalog/schema.ts';
import type { SubmissionStore } from '../submissions/store.ts';

/** What rounds are read from: `submissions` only where who asks has a token, since they are not public. */
export type RoundParts = {
  catalog: Catalog;
  rollups: Pick<RollupStore, 'rounds'>;
  submissions?: Pick<SubmissionStore, 'slots' | 'pagesOf' | 'pagesToSum'>;
};

/**
 * A form's round of a period as it stands and, where they are kept, those of periods before it, in one call. Where
 * none is kept of the period itself, because nobody has reported or because it was signed before rounds were kept,
 * it is gathered from what stands; who may not read that, is told that nobody has reported.
 */
export async function standingRounds(
  { form, period, before = [] }: { form: Form; period: Period; before?: readonly string[] },
  { catalog, rollups, submissions }: RoundParts,
): Promise<[Round, ...Round[]]> {
  const names = [period.code, ...before].map((code) => ({ form: form.code, period: code }));
  const stored = await rollups.rounds(names);
  const [now, ...earlier] = names.map((name) => {
    const found = stored.find((each) => each.period === name.period);
    return found && roundFrom(found, catalog);
  });
  return [now ?? (await gathered()), ...earlier.flatMap((round) => round ?? [])];

  async function gathered(): Promise<Round> {
    if (!submissions) return emptyRound(catalog, form, period);
    return (await gatherRound({ form, period, cutOff: null }, { catalog, submissions })).round;
  }
}

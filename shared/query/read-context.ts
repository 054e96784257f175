import { localDayOf } from '../catalog/period.ts';
import type { Context } from '../normalisation/context.ts';
import { type ContextParts, makeContext } from '../normalisation/make-context.ts';
import { type Identity, maySee } from '../submissions/rights.ts';
import { slotAsked } from './read-submission.ts';

/**
 * What the next file for a slot will be held against, so that it can be checked before it is sent, with the same
 * report. Only the unit's own people and the centre see the figures in it;
 * who corrects by a right of succession sees those of the periods of that right.
 * @throws Refusal `form-unknown`, `period-unknown`, `unit-unknown`, or `not-found` when not theirs to see
 */
export async function readSlotContext(
  ask: { unit: string; form: string; period: string; who: Identity; at: string },
  parts: ContextParts,
): Promise<Context> {
  const key = slotAsked(ask, ask.who, parts.catalog);
  const day = localDayOf(ask.at);
  return makeContext({ key, before: null, sees: (slot) => maySee(ask.who, slot), day }, parts);
}

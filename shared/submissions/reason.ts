import { Refusal } from '../refusal.ts';

/** A shorter one ("sai") tells nobody anything a year later. */
export const leastReason = 10;
/** It stands in the slot for good. */
export const mostReason = 2000;
/** A short reason: why a submission is withdrawn, a day extended, one person allowed. */
export const mostWhy = 500;
/** A question about a submission, and its answer. */
export const mostQuestion = 2000;

/**
 * The reason that somebody gave, without blanks around it.
 * @throws Refusal `reason-missing` when there is none (its field `missing`), or one of fewer than ten characters (`too-short`)
 */
export function requireReason(why: string | null | undefined): string {
  const reason = why?.trim() ?? '';
  if ([...reason].length >= leastReason && reason.length <= mostReason) return reason;
  const short = reason === '' ? 'missing' : 'too-short';
  throw new Refusal('reason-missing', [
    { field: 'why', fault: reason.length > mostReason ? 'malformed' : short },
  ]);
}

import { Refusal } from '../refusal.ts';

/** In characters, of a reason as of an explanation: a shorter one ("sai") tells nobody anything a year later. */
export const leastReason = 10;
/** It stands in the slot for good. */
export const mostReason = 2000;
/** All explanations of one version together, in characters: they stay in the slot for good. */
export const mostExplained = 1000;
/** A short reason: why a submission is withdrawn, a day extended, one person allowed. */
export const mostWhy = 500;
/** A question about a submission, and its answer. */
export const mostQuestion = 2000;

/** What is wrong with what somebody wrote, by its length; null: it is long enough. */
export function shortness(written: string): 'missing' | 'too-short' | null {
  const { length } = [...written.trim()];
  if (length >= leastReason) return null;
  return length === 0 ? 'missing' : 'too-short';
}

/**
 * The reason that somebody gave, without blanks around it.
 * @throws Refusal `reason-missing` when there is none (its field `missing`), or one of fewer than ten characters (`too-short`)
 */
export function requireReason(why: string | null | undefined): string {
  const reason = why?.trim() ?? '';
  const fault = reason.length > mostReason ? 'malformed' : shortness(reason);
  if (fault === null) return reason;
  throw new Refusal('reason-missing', [{ field: 'why', fault }]);
}

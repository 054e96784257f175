import { instantOf, localTimeOf } from './period.ts';
import type { Meeting } from './schema.ts';

/**
 * How long a signature that was asked for before the cut-off may still be on its way to the table: far longer
 * than the function that writes it may run.
 */
const settleSeconds = 120;

/** When a meeting's figures are decided and when they are frozen. */
export type Freeze = {
  /** What was signed by this instant counts (ISO 8601, UTC). */
  cutOff: string;
  /** The freeze runs at this instant: no signature from before the cut-off can still arrive. */
  runsAt: string;
  /** The same moment, as local time in Asia/Ho_Chi_Minh, for the schedule. */
  runsAtLocal: string;
};

/** A meeting's freeze; undefined for meetings from before this service, which have none. */
export function freezeOf(meeting: Meeting): Freeze | undefined {
  if (meeting.freezeAt === null) return undefined;
  const cutOff = instantOf(meeting.freezeAt);
  const runsAt = new Date(Date.parse(cutOff) + settleSeconds * 1000).toISOString();
  return { cutOff, runsAt, runsAtLocal: localTimeOf(runsAt) };
}

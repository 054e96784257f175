import { gunzipSync } from 'node:zlib';
import { placed } from '../aggregation/basis.ts';
import { type MeetingCoverage, meetingCoverage } from '../aggregation/meeting-coverage.ts';
import { type CoverageDocument, coverageDocument } from '../aggregation/punctuality.ts';
import { coverageFrom, type OldCoverage } from '../aggregation/stored-coverage.ts';
import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type RoundParts, standingRounds } from './standing-rounds.ts';

type Told = { provisional: true } | { provisional: false; snapshot: string };
type Asked = { id: string; asks: readonly { form: string; period: string }[] };

/**
 * Who has reported what for a meeting: of one that is frozen as its snapshot has it, else as of now.
 * @param at when it is asked (ISO 8601, UTC)
 * @throws Error when a snapshot does not hold what its meeting asks for
 */
export async function readMeetingCoverage(
  { meeting, at }: { meeting: Asked; at: string },
  parts: RoundParts & { snapshots: Pick<SnapshotStore, 'frozen' | 'document'> },
): Promise<MeetingCoverage & Told> {
  const { id, asks } = meeting;
  const frozen = await parts.snapshots.frozen(id);
  if (frozen) {
    const { hash } = frozen;
    const kept = await Promise.all(asks.map((ask) => frozenCoverage(hash, ask, parts)));
    return { ...meetingCoverage(id, kept), provisional: false, snapshot: hash };
  }
  const provisional = await Promise.all(
    asks.map(async (ask) => {
      const { form, period } = formAndPeriod(parts.catalog, ask.form, ask.period);
      const [round] = await standingRounds({ form, period }, parts);
      return coverageDocument(placed(round, 'as-reported'), at);
    }),
  );
  return { ...meetingCoverage(id, provisional), provisional: true };
}

async function frozenCoverage(
  hash: string,
  { form, period }: { form: string; period: string },
  { snapshots }: { snapshots: Pick<SnapshotStore, 'document'> },
): Promise<CoverageDocument> {
  const found = await snapshots.document(hash, { period, kind: 'coverage', code: form });
  if (!found) throw new Error(`snapshot ${hash}: no coverage of ${form} ${period}`);
  const text = new TextDecoder().decode(gunzipSync(found.gzip));
  return coverageFrom(JSON.parse(text) as CoverageDocument | OldCoverage);
}

import { gunzipSync } from 'node:zlib';
import { placed } from '../aggregation/basis.ts';
import { nationalOf } from '../aggregation/roll-up.ts';
import type { Round } from '../aggregation/round.ts';
import type { SnapshotStore } from '../briefing/freeze-meeting.ts';
import { type ProgressDocument, progressDocument } from '../briefing/progress-document.ts';
import { formIn } from '../catalog/catalog.ts';
import { periodsBefore } from '../catalog/period.ts';
import type { Indicator } from '../catalog/schema.ts';
import { formAndPeriod } from '../submissions/open-submission.ts';
import { type RoundParts, standingRounds } from './standing-rounds.ts';

/** How many periods back an earlier figure is looked for: of quarters, a year. */
const periodsBack = 4;

/** The nation's figure of one indicator against one of its targets, and what it was before. */
export type NationProgress = Omit<ProgressDocument['indicators'][number], 'units'> & {
  pillar: Indicator['pillar'] | null;
  /** The nearest earlier period of the kind that has a figure, as it stands now; null: none of the last four has. */
  before: { period: string; value: string } | null;
};

/** What the nation has reached of what a meeting asks for: every indicator with a target, form by form. */
export type MeetingProgress = {
  schema: 'meeting-progress/1';
  meeting: string;
  asks: {
    form: string;
    period: string;
    /** False: this form's figures are not for the public, and none is told here. */
    isTold: boolean;
    indicators: NationProgress[];
  }[];
};

type Told = { provisional: true } | { provisional: false; snapshot: string };
type Ask = { form: string; period: string };
type Parts = RoundParts & { snapshots: Pick<SnapshotStore, 'frozen' | 'document'> };

/**
 * The nation's progress for a meeting: of one that is frozen as its snapshot has it, else as of now. What was before is
 * told as it stands now in either case.
 * @param given.isTold which forms may be told to who asks
 * @param given.at when it is asked (ISO 8601, UTC)
 */
export async function readMeetingProgress(
  {
    meeting,
    at,
    isTold,
  }: { meeting: { id: string; asks: readonly Ask[] }; at: string; isTold: (form: string) => boolean },
  parts: Parts,
): Promise<MeetingProgress & Told> {
  const frozen = await parts.snapshots.frozen(meeting.id);
  const hash = frozen?.hash ?? null;
  const asks = await Promise.all(
    meeting.asks.map(async ({ form, period }) => {
      if (!isTold(form)) return { form, period, isTold: false, indicators: [] };
      return {
        form,
        period,
        isTold: true,
        indicators: await nationOf({ form, period }, { hash, at }, parts),
      };
    }),
  );
  const told: Told = hash === null ? { provisional: true } : { provisional: false, snapshot: hash };
  return { schema: 'meeting-progress/1', meeting: meeting.id, asks, ...told };
}

async function nationOf(
  ask: Ask,
  { hash, at }: { hash: string | null; at: string },
  parts: Parts,
): Promise<NationProgress[]> {
  const { catalog } = parts;
  const { form, period } = formAndPeriod(catalog, ask.form, ask.period);
  const earlier = periodsBefore(period.code, periodsBack).filter((code) => formIn(catalog, form.code, code));
  const [now, ...before] = await standingRounds({ form, period, before: earlier }, parts);
  const document =
    hash === null ? progressDocument(now, before, at, 'as-reported') : await frozenProgress(hash, ask, parts);
  return (document?.indicators ?? []).map(({ units: _, ...progress }) => {
    const indicator = catalog.indicators.get(progress.indicator);
    return {
      ...progress,
      pillar: indicator?.pillar ?? null,
      before: (indicator && earlierFigure(indicator, before)) ?? null,
    };
  });
}

/** The nation's figure of the nearest of earlier rounds that has one. */
function earlierFigure(indicator: Indicator, rounds: readonly Round[]) {
  for (const round of rounds) {
    const { value } = nationalOf(placed(round, 'as-reported'), indicator);
    if (value !== null) return { period: round.period.code, value };
  }
  return undefined;
}

/** What was frozen of a form's progress; undefined where none of its indicators has a target. */
async function frozenProgress(
  hash: string,
  { form, period }: Ask,
  { snapshots }: Parts,
): Promise<ProgressDocument | undefined> {
  const found = await snapshots.document(hash, { kind: 'progress', code: form, period });
  return found && (JSON.parse(new TextDecoder().decode(gunzipSync(found.gzip))) as ProgressDocument);
}

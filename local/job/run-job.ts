import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import type { Snapshot } from '../../shared/briefing/snapshot.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { freezeOf } from '../../shared/catalog/meeting.ts';
import type { Meeting } from '../../shared/catalog/schema.ts';
import type { Lineage } from '../../shared/query/read-lineage.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { ApiClient, type Person } from './api-client.ts';
import { type Comparison, compareWithPublished } from './compare.ts';
import { type Report, submitReport } from './province-story.ts';
import { readSamples, type Samples } from './samples.ts';
import { reportOf, unitIds } from './unit-sample.ts';
import { until } from './until.ts';

/** The meeting of the demonstration. */
const demoMeeting = 'ubqg-11';
/** The demonstration's business date: 22 September 2026, 09:00 in Viet Nam, three days before reports are due. */
export const demoNow = '2026-09-22T02:00:00.000Z';

export type JobResult = {
  meeting: MeetingView & { snapshot: { hash: string; frozenAt: string; units: number } };
  coverage: CoverageDocument;
  scorecard: ScorecardRollup;
  comparison: Comparison;
  /** One figure walked back to its cells. */
  lineage: Lineage;
};

/** What the job is doing, for a progress line. */
export type Step = 'submit' | 'aggregate' | 'freeze' | 'compare';
export type Progress = (step: Step, done: number, of: number, what: string) => void;

const atOnce = 6;

/**
 * The main job, as any client would do it over HTTP: each province signs in, opens a ticket, puts its file
 * by signed URL, waits for the verdict and signs; then the clock moves to the meeting's freeze and the
 * frozen scoreboard is read. Running it again on kept data goes on where it stopped.
 * @throws ApiError, or an Error that says which wait came to nothing
 */
export async function runJob(url: string, progress: Progress): Promise<JobResult> {
  const api = new ApiClient(url);
  const samples = readSamples();
  const secretariat = await api.signIn({ subject: 'secretariat', roles: ['secretariat'] });
  const before = await readMeeting(api, secretariat);
  if (!before.snapshot) {
    await submitAll(api, samples, progress);
    await untilAggregated(api, samples, progress);
    progress('freeze', 0, 1, before.freezeAt ?? '');
    await api.moveClock(freezeOf(catalog.meetings.get(demoMeeting) as Meeting)?.runsAt as string);
  }
  const meeting = await readMeeting(api, secretariat);
  const { snapshot } = meeting;
  if (!snapshot)
    throw new Error(`meeting ${demoMeeting}: the freeze left no snapshot; see its dead-letter queue`);
  progress('freeze', 1, 1, snapshot.hash);
  const frozen = await api.get<Snapshot>(`/v1/meetings/${demoMeeting}/snapshot`, secretariat);
  const scorecard = documentIn<ScorecardRollup>(frozen, 'scorecard', 'qd766');
  const coverage = documentIn<CoverageDocument>(frozen, 'coverage', samples.form);
  progress('compare', 1, 1, samples.period);
  const lineage = await api.get<Lineage>(
    `/v1/lineage?unit=80&form=${samples.form}&period=${samples.period}&indicator=766.PUBLISH_ON_TIME`,
    secretariat,
  );
  const comparison = compareWithPublished(scorecard);
  return { meeting: { ...meeting, snapshot }, coverage, scorecard, comparison, lineage };
}

type MeetingAnswer = MeetingView & { snapshot: JobResult['meeting']['snapshot'] | null };

function readMeeting(api: ApiClient, person: Person): Promise<MeetingAnswer> {
  return api.get<MeetingAnswer>(`/v1/meetings/${demoMeeting}`, person);
}

function documentIn<T>(snapshot: Snapshot, kind: string, code: string): T {
  const found = snapshot.contents.find(({ name }) => name.kind === kind && name.code === code);
  if (!found) throw new Error(`the snapshot holds no ${kind} ${code}`);
  return found.document as T;
}

async function submitAll(api: ApiClient, samples: Samples, progress: Progress): Promise<void> {
  const units = await unitIds(api);
  const waiting = [...samples.files];
  let done = 0;
  const worker = async () => {
    for (let sample = waiting.shift(); sample; sample = waiting.shift()) {
      await submit(api, sample.unitCode, reportOf(samples, sample, units));
      done += 1;
      progress('submit', done, samples.files.length, sample.fileName);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** One province: its two people sign in, and its report goes from ticket to signature. */
async function submit(api: ApiClient, unitCode: string, report: Report): Promise<void> {
  const { unit } = report.file;
  const reporter = await api.signIn({ unit, roles: ['reporter'], subject: `reporter-${unitCode}` });
  const approver = await api.signIn({ unit, roles: ['approver'], subject: `approver-${unitCode}` });
  await submitReport(api, { reporter, approver }, report);
}

async function untilAggregated(api: ApiClient, samples: Samples, progress: Progress): Promise<void> {
  const of = samples.files.length;
  await until('the aggregation', async () => {
    const path = `/v1/public/periods/${samples.period}/coverage?form=${samples.form}`;
    const { counted } = await api.get<CoverageDocument>(path);
    progress('aggregate', counted, of, samples.period);
    return counted === of ? counted : undefined;
  });
}

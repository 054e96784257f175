import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { ScorecardRollup } from '../../shared/aggregation/score-round.ts';
import type { BriefingView } from '../../shared/briefing/keep-briefing.ts';
import type { Snapshot } from '../../shared/briefing/snapshot.ts';
import { instantOf } from '../../shared/catalog/period.ts';
import { type MeetingRequest, meetingIdOf } from '../../shared/meetings/wanted-meeting.ts';
import type { Lineage } from '../../shared/query/read-lineage.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import type { TaskView } from '../../shared/query/read-tasks.ts';
import { ApiClient, ApiError, type Person } from './api-client.ts';
import { type Comparison, compareWithPublished } from './compare.ts';
import { demoTasks } from './demo-tasks.ts';
import { historyReports, readHistory } from './history.ts';
import { readSamples, type Samples } from './samples.ts';
import { submitAll } from './submit-all.ts';
import { reportOf, unitIds } from './unit-sample.ts';
import { until } from './until.ts';

/** The meeting of the demonstration: no such meeting has been announced. */
export const demoRequest: MeetingRequest = {
  body: 'UBQG',
  number: 11,
  date: '2026-10-15',
  theme: { vi: 'Đánh giá quý III/2026', en: 'Review of the third quarter of 2026' },
  asks: [{ form: 'qd766', period: '2026-Q3' }],
  moments: { cutOff: '2026-10-14T17:00:00' },
  constructed: true,
};
const demoMeeting = meetingIdOf(demoRequest);
/** The demonstration's business date: 22 September 2026, 09:00 in Viet Nam, three days before reports are due. */
export const demoNow = '2026-09-22T02:00:00.000Z';

export type JobResult = {
  meeting: MeetingView & { snapshot: { hash: string; frozenAt: string; units: number } };
  coverage: CoverageDocument;
  scorecard: ScorecardRollup;
  comparison: Comparison;
  /** The files of the meeting's briefing. */
  briefing: BriefingView;
  /** One figure walked back to its cells. */
  lineage: Lineage;
  /** What the meeting assigned: constructed. */
  tasks: TaskView[];
};

/** What the job is doing, for a progress line. */
export type Step = 'history' | 'submit' | 'aggregate' | 'freeze' | 'briefing' | 'compare';
export type Progress = (step: Step, done: number, of: number, what: string) => void;

/**
 * The main job, as any client would do it over HTTP: the secretariat plans the meeting, ministries bring in what they
 * published of the years before, and provinces report: each signs in, opens a ticket, puts its file by signed URL,
 * waits for the verdict and signs; then the clock moves to the meeting's freeze, past the letter on its cut-off; the
 * frozen scoreboard is read, and tasks are assigned. Running it again on kept data goes on where it stopped.
 * @throws ApiError, or an Error that says which wait came to nothing
 */
export async function runJob(url: string, progress: Progress): Promise<JobResult> {
  const api = new ApiClient(url);
  const samples = readSamples();
  const secretariat = await api.signIn({ subject: 'secretariat', roles: ['secretariat'] });
  await api.post('/v1/meetings', secretariat, demoRequest);
  const before = await readMeeting(api, secretariat);
  if (!before.snapshot) {
    await makeSecretary(api, secretariat);
    await submitHistory(api, progress);
    await submitSamples(api, samples, progress);
    await untilAggregated(api, samples, progress);
    progress('freeze', 0, 1, before.freezeAt ?? '');
    await api.moveClock(instantOf(before.freezeAt as string));
  }
  const meeting = await readMeeting(api, secretariat);
  const { snapshot } = meeting;
  if (!snapshot)
    throw new Error(`meeting ${demoMeeting}: the freeze left no snapshot; see its dead-letter queue`);
  progress('freeze', 1, 1, snapshot.hash);
  const frozen = await api.get<Snapshot>(`/v1/meetings/${demoMeeting}/snapshot`, secretariat);
  const scorecard = documentIn<ScorecardRollup>(frozen, 'scorecard', 'qd766');
  const coverage = documentIn<CoverageDocument>(frozen, 'coverage', samples.form);
  progress('briefing', 0, 1, demoMeeting);
  const briefing = await api.get<BriefingView>(`/v1/meetings/${demoMeeting}/briefing`, secretariat);
  progress('briefing', 1, 1, demoMeeting);
  progress('compare', 1, 1, samples.period);
  const lineage = await api.get<Lineage>(
    `/v1/lineage?unit=80&form=${samples.form}&period=${samples.period}&indicator=766.PUBLISH_ON_TIME`,
    secretariat,
  );
  const comparison = compareWithPublished(scorecard);
  // The same list again finds the same tasks.
  const path = `/v1/meetings/${demoMeeting}/tasks`;
  const { tasks } = await api.post<{ tasks: TaskView[] }>(path, secretariat, { tasks: demoTasks });
  return { meeting: { ...meeting, snapshot }, coverage, scorecard, comparison, briefing, lineage, tasks };
}

/** Somebody who is written to when the cut-off comes: the letter lies in the outbox of this machine. */
async function makeSecretary(api: ApiClient, secretariat: Person): Promise<void> {
  try {
    await api.post('/v1/users', secretariat, {
      userName: 'thu-ky',
      email: 'thu-ky@uy-ban.example',
      unit: null,
      roles: ['secretariat'],
      why: 'Tài khoản dựng để minh họa.',
    });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'account-exists') throw error;
  }
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

/** What ministries published of the years before: so that series, maps and bases have something true to show. */
async function submitHistory(api: ApiClient, progress: Progress): Promise<void> {
  const files = readHistory();
  await submitAll(api, historyReports(files), (done, name) => progress('history', done, files.length, name));
}

async function submitSamples(api: ApiClient, samples: Samples, progress: Progress): Promise<void> {
  const units = await unitIds(api);
  const reports = samples.files.map((sample) => [
    { subject: sample.unitCode, report: reportOf(samples, sample, units) },
  ]);
  await submitAll(api, reports, (done, name) => progress('submit', done, reports.length, name));
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

import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { ScorecardRollup } from '../../shared/aggregation/roll-up.ts';
import type { Snapshot } from '../../shared/briefing/snapshot.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { freezeOf } from '../../shared/catalog/meeting.ts';
import type { Meeting } from '../../shared/catalog/schema.ts';
import type { Lineage } from '../../shared/query/read-lineage.ts';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { ApiClient, ApiError, type Person, type SubmissionAnswer, sha256Of } from './api-client.ts';
import { type Comparison, compareWithPublished } from './compare.ts';
import { readSamples, type Sample, type Samples } from './samples.ts';

/** The meeting of the demonstration. */
export const demoMeeting = 'ubqg-11';
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
  const { items: units } = await api.get<{ items: { id: string; code: string; to: string | null }[] }>(
    '/v1/public/catalog/units',
  );
  const waiting = [...samples.files];
  let done = 0;
  const worker = async () => {
    for (let sample = waiting.shift(); sample; sample = waiting.shift()) {
      const unit = units.find((candidate) => candidate.code === sample.unitCode && candidate.to === null);
      if (!unit) throw new Error(`sample ${sample.fileName}: no unit has the code ${sample.unitCode}`);
      await submit(api, samples, sample, unit.id);
      done += 1;
      progress('submit', done, samples.files.length, sample.fileName);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** One province, from ticket to signature. */
async function submit(api: ApiClient, samples: Samples, sample: Sample, unit: string): Promise<void> {
  const { form, period } = samples;
  const reporter = await api.signIn({ unit, roles: ['reporter'], subject: `reporter-${sample.unitCode}` });
  const approver = await api.signIn({ unit, roles: ['approver'], subject: `approver-${sample.unitCode}` });
  const id = await upload(api, reporter, samples, sample, unit);
  const submission = await until(`verdict on ${sample.fileName}`, async () => {
    const answer = await api.get<SubmissionAnswer>(`/v1/submissions/${id}`, reporter);
    return answer.state === 'opened' || answer.state === 'received' ? undefined : answer;
  });
  if (submission.state === 'signed') return;
  if (submission.state === 'returned') {
    const { findings } = await api.get<{ findings: object[] }>(`/v1/submissions/${id}/findings`, reporter);
    throw new Error(
      `${sample.fileName} (${form}, ${period}) was returned: ${JSON.stringify(findings.slice(0, 3))}`,
    );
  }
  const why = 'Số liệu đúng như nguồn công bố.';
  await api.sign(approver, submission, Object.fromEntries(submission.warnings.map((code) => [code, why])));
}

/** Opens and puts; after an earlier run on kept data, finds what was put then. */
async function upload(
  api: ApiClient,
  reporter: Person,
  { form, period }: Samples,
  sample: Sample,
  unit: string,
): Promise<string> {
  const { fileName, contentType, body } = sample;
  const file = { unit, form, period, fileName, contentType, body };
  try {
    const ticket = await api.open(reporter, `demo-${period}-${sha256Of(body)}`, file);
    await api.put(ticket, body);
    return ticket.id;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'already-received') throw error;
    const query = `unit=${encodeURIComponent(unit)}&form=${form}&period=${period}`;
    const { items } = await api.get<{ items: SubmissionAnswer[] }>(`/v1/submissions?${query}`, reporter);
    const same = items.find((item) => item.file.sha256 === sha256Of(body));
    if (!same) throw error;
    return same.id;
  }
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

/** Asks until there is an answer, for a minute of real time at most. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + 60_000;
  for (let wait = 50; performance.now() < end; wait = Math.min(wait * 1.5, 1000)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new Error(`${what} did not come within a minute`);
}

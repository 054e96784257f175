import type { CoverageDocument } from '../../shared/aggregation/punctuality.ts';
import type { Lineage } from '../../shared/query/read-lineage.ts';
import type { SubmissionAnswer } from './api-client.ts';
import { ApiError, type OpenFile, type Person, type Service, sha256Of } from './api-client.ts';
import { putFile } from './put-file.ts';
import { until } from './until.ts';

/** The two people of a unit who take part. */
export type Cast = { reporter: Person; approver: Person };

/** What a unit sends; the key finds the same submission when the story is told again. */
export type Report = { key: string; file: OpenFile };

/** How the story of one unit's report went, from its ticket to the cell that a figure came from. */
export type ProvinceStory = {
  submission: SubmissionAnswer;
  /** The unit in the period's coverage, counted. */
  covered: CoverageDocument['units'][number];
  /** The first figure of the report, walked back. */
  lineage: Lineage;
};

/**
 * One unit's whole story over the public face of a stage, wherever it runs: open, put, verdict, signature,
 * coverage, lineage. Told again, it goes on where it stopped. It leaves a signed report behind.
 * @throws ApiError, or an Error that says what came out differently
 */
export async function tellProvinceStory(
  service: Service,
  cast: Cast,
  report: Report,
  said: (step: string) => void = () => {},
): Promise<ProvinceStory> {
  const { unit, form, period } = report.file;
  const { id } = await submitReport(service, cast, report);
  said('signed');
  const covered = await until('the unit in the coverage', async () => {
    const path = `/v1/public/periods/${period}/coverage?form=${form}`;
    const { units } = await service.get<CoverageDocument>(path);
    return units.find((each) => each.unit === unit && each.version !== null);
  });
  said('covered');
  const slot = `unit=${encodeURIComponent(unit)}&form=${form}&period=${period}`;
  const { items } = await service.get<{ items: { indicator: string }[] }>(
    `/v1/observations?${slot}`,
    cast.reporter,
  );
  const indicator = items[0]?.indicator;
  if (indicator === undefined) throw new Error(`${unit}: a signed report without a figure`);
  const lineage = await service.get<Lineage>(`/v1/lineage?${slot}&indicator=${indicator}`, cast.reporter);
  const { file } = lineage;
  const isSent = file?.sha256 === sha256Of(report.file.body) && file.name === report.file.fileName;
  if (!isSent || lineage.cells.length === 0) {
    throw new Error(`${unit}: the figure ${indicator} does not lead back to the file that was sent`);
  }
  said('traced');
  return { submission: await service.submission(cast.reporter, id), covered, lineage };
}

/** One report, from ticket to signature. @throws Error with the first findings when it is returned */
export async function submitReport(
  service: Service,
  { reporter, approver }: Cast,
  report: Report,
): Promise<SubmissionAnswer> {
  const { fileName, form, period } = report.file;
  const id = await upload(service, reporter, report);
  const submission = await until(`verdict on ${fileName}`, async () => {
    const answer = await service.submission(reporter, id);
    return answer.state === 'opened' || answer.state === 'received' ? undefined : answer;
  });
  if (submission.state === 'signed') return submission;
  if (submission.state === 'returned') {
    const { findings } = await service.get<{ findings: object[] }>(
      `/v1/submissions/${id}/findings`,
      reporter,
    );
    throw new Error(`${fileName} (${form}, ${period}) was returned: ${JSON.stringify(findings.slice(0, 3))}`);
  }
  const why = 'Số liệu đúng như nguồn công bố.';
  await service.sign(
    approver,
    submission,
    Object.fromEntries(submission.warnings.map((code) => [code, why])),
    submission.standingVersion > 0 ? 'Thay bản trước bằng số liệu đã rà soát.' : '',
  );
  return submission;
}

/** Opens and puts; after an earlier telling, finds what was put then. */
async function upload(service: Service, reporter: Person, { key, file }: Report): Promise<string> {
  const { unit, form, period, body } = file;
  try {
    const ticket = await service.open(reporter, key, file);
    await putFile(service, { person: reporter, ticket, body });
    return ticket.id;
  } catch (error) {
    if (!(error instanceof ApiError) || !['already-received', 'unchanged-file'].includes(error.code))
      throw error;
    const query = `unit=${encodeURIComponent(unit)}&form=${form}&period=${period}`;
    const { items } = await service.get<{ items: SubmissionAnswer[] }>(`/v1/submissions?${query}`, reporter);
    const same = items.find((item) => item.sha256 === sha256Of(body));
    if (!same) throw error;
    return same.id;
  }
}

import { ApiClient, type SubmissionAnswer } from '../../local/job/api-client.ts';
import { type JobResult, runJob } from '../../local/job/run-job.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import type { Stack } from '../../local/stack.ts';
import { type Route, routes } from '../../shared/lambda/routes.ts';
import type { ChainPart } from '../../shared/query/read-chain.ts';
import type { TaskView } from '../../shared/query/read-tasks.ts';
import { otherBytes } from './other-bytes.ts';
import { tellOfAccounts } from './story-accounts.ts';
import { tellOfCatalog } from './story-catalog.ts';
import { tellOfWork } from './story-workflow.ts';

/**
 * The whole story: the main job, a ticket asked for twice, a signature given twice, a file that is
 * returned, every read of the table of routes, and the snapshot by its signed URL.
 */
export async function tellStory(stack: Stack): Promise<JobResult> {
  const result = await runJob(stack.url, () => {});
  const api = new ApiClient(stack.url);
  const { form, period, files } = readSamples();
  const unit = 'province:82@2025';
  const reporter = await api.signIn({ unit, roles: ['reporter'], subject: 'reporter-82' });
  const approver = await api.signIn({ unit, roles: ['approver'], subject: 'approver-82' });
  const list = `/v1/submissions?unit=82&form=${form}&period=${period}`;
  const { items } = await api.get<{ items: SubmissionAnswer[] }>(list, reporter);
  const signed = items[0] as SubmissionAnswer;
  await api.sign(approver, signed, {});

  const file = {
    unit,
    form,
    period,
    fileName: 'sai.csv',
    contentType: 'text/csv',
    body: Buffer.from('a;b\n'),
  };
  const ticket = await api.open(reporter, 'story-returned', file);
  await api.open(reporter, 'story-returned', file);
  await api.put(ticket, file.body);
  const sample = files.find(({ unitCode }) => unitCode === '82') as Sample;
  const revised = { ...withoutCode(sample), body: otherBytes(sample.body, 'revised') };
  const again = await api.open(reporter, 'story-again', { ...file, ...revised });
  await api.put(again, revised.body);
  // The next quarter's is held against what stands: it is returned, since its title names this one.
  const next = await api.open(reporter, 'story-next', {
    ...file,
    ...withoutCode(sample),
    period: nextPeriod,
  });
  await api.put(next, sample.body);
  const waiting = await api.open(reporter, 'story-waiting', { ...file, ...revised });
  await stack.idle();
  const analyst = await api.signIn({ roles: ['analyst'], subject: 'analyst' });
  // Accounts, drafts, attachments and marked workbooks are read where they are made; the first meeting restates nothing.
  const reads = routes.filter(
    ({ function: name, path }) =>
      name !== 'users' &&
      name !== 'catalog' &&
      name !== 'meetings' &&
      !/\/(attachments|workbook|restatement)/.test(path),
  );
  await readEverything(stack, analyst.token, reads, signed.id);
  await api.get(`/v1/submissions/${ticket.id}/findings`, reporter);
  await readChain(stack, analyst.token);
  await readMarked(stack, reporter.token, ticket.id);
  await tellOfWork(stack, { unit, form, period, checked: again.id, opened: waiting.id });
  await tellOfCatalog(stack);
  const secretariat = await api.signIn({ roles: ['secretariat'], subject: 'secretariat' });
  const { meeting, number, revision } = result.tasks[0] as TaskView;
  const later = { revision, why: 'Địa phương đề nghị lùi thời hạn.', deadline: '2027-01-31' };
  await api.replace(`/v1/tasks/${meeting}/${number}`, secretariat, later);
  const calendar = routes.filter(({ function: name }) => name === 'meetings');
  await readEverything(stack, secretariat.token, calendar, signed.id);
  await tellOfAccounts(stack);
  if (files.length !== 34) throw new Error('the story is told with 34 provinces');
  return result;
}

const nextPeriod = '2026-Q4';

/** The returned file with its findings marked, by the signed URL that the API answers with. */
async function readMarked(stack: Stack, token: string, id: string): Promise<void> {
  const answer = await fetch(`${stack.url}/v1/submissions/${id}/workbook`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const marked = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok || marked.toString('latin1', 0, 2) !== 'PK') {
    throw new Error(`the marked workbook: ${answer.status}`);
  }
}

/** One raw file and one context of the chain, by the signed URLs that its parts bring. */
async function readChain(stack: Stack, token: string): Promise<void> {
  const api = new ApiClient(stack.url);
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `?after=${after}`;
    const part: ChainPart = await api.get(`/v1/meetings/ubqg-11/chain${query}`, { token });
    const report = part.items.flatMap((item) => (item.kind === 'slot' ? (item.report ?? []) : []))[0];
    for (const url of [report?.file, report?.context]) {
      const answer = url && (await fetch(url));
      if (answer && !answer.ok) throw new Error(`the chain: ${answer.status}`);
      if (answer) await answer.arrayBuffer();
    }
    after = part.next;
  } while (after !== null);
}

/** Asks every GET of the routes by its example. */
async function readEverything(
  stack: Stack,
  token: string,
  asked: readonly Route[],
  id: string,
): Promise<void> {
  for (const { example } of asked.filter(({ method }) => method === 'GET')) {
    const answer = await fetch(stack.url + example.replace('{id}', id), {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${example}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}

function withoutCode({
  fileName,
  contentType,
  body,
}: Sample): Pick<Sample, 'fileName' | 'contentType' | 'body'> {
  return { fileName, contentType, body };
}

import { describe, expect, test } from '@jest/globals';
import { ApiClient, type ApiError } from '../../local/job/api-client.ts';
import { demoNow } from '../../local/job/run-job.ts';
import { readSamples, type Sample } from '../../local/job/samples.ts';
import { type Stack, type StackLogLine, type StackStatus, startStack } from '../../local/stack.ts';
import type { CatalogDocument } from '../../shared/catalog/document.ts';
import type { DraftView } from '../../shared/publishing/read-draft.ts';
import { changedAssembly, only, type SynthesisedResources } from './wiring-assembly.ts';

/**
 * Wiring is taken from the template: what is removed from a copy of it fails here in the way in which AWS
 * would fail, and nothing else does.
 */

const { form, period, files } = readSamples();
const unit = 'province:82@2025';
const { fileName, contentType, body } = files.find(({ unitCode }) => unitCode === '82') as Sample;
const file = { unit, form, period, fileName, contentType, body };

type Started = { stack: Stack; lines: StackLogLine[]; api: ApiClient };

async function withChanged<T>(
  change: (resources: SynthesisedResources) => void,
  look: (started: Started) => Promise<T>,
): Promise<T> {
  using copy = changedAssembly(change);
  const lines: StackLogLine[] = [];
  const log = (line: StackLogLine) => void lines.push(line);
  const stack = await startStack({ assembly: copy.folder, port: 0, now: demoNow, log });
  try {
    return await look({ stack, lines, api: new ApiClient(stack.url) });
  } finally {
    await stack.stop();
  }
}

/** What opening a submission is answered with, and what is said of it in the log. */
async function open({ stack, lines, api }: Started) {
  const { token } = await api.signIn({ unit, roles: ['reporter'], subject: 'reporter' });
  const answer = await fetch(`${stack.url}/v1/submissions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'wiring',
    },
    body: JSON.stringify({ ...file, body: undefined, bytes: body.byteLength, sha256: '0'.repeat(64) }),
  });
  const published = await fetch(`${stack.url}/v1/public/meetings`);
  const ours = lines.filter(({ source }) => source.startsWith('OpenSubmission'));
  return {
    status: answer.status,
    body: await answer.text(),
    others: published.status,
    log: ours.map(({ text }) => text).join('\n'),
  };
}

type Scored = { scorecards: { scorecards: { source: string }[] } };

/** The unit's report, sent, read and signed. */
async function submitAndSign(stack: Stack, api: ApiClient): Promise<void> {
  const reporter = await api.signIn({ unit, roles: ['reporter'], subject: 'reporter' });
  const approver = await api.signIn({ unit, roles: ['approver'], subject: 'approver' });
  const ticket = await api.open(reporter, 'signed', file);
  await api.put(ticket, body);
  await stack.idle();
  const submission = await api.submission(approver, ticket.id);
  const why = Object.fromEntries(submission.warnings.map((code) => [code, 'Đúng như nguồn công bố.']));
  await api.sign(approver, submission, why);
}

const isRoute = (key: string) => (_id: string, text: string) => text.includes(`"RouteKey":"${key}"`);
const internalError = '{"message":"Internal Server Error"}';

describe('removed from the template', () => {
  test('nothing: the copy works as it is', async () => {
    expect(await withChanged(() => {}, open)).toMatchObject({ status: 201, others: 200 });
  });

  test('a route: it is not found, and the function is not called', async () => {
    const change = (resources: SynthesisedResources) => {
      const [id] = only(resources, 'AWS::ApiGatewayV2::Route', isRoute('POST /v1/submissions'));
      remove(resources, id);
    };
    expect(await withChanged(change, open)).toEqual({
      status: 404,
      body: '{"message":"Not Found"}',
      others: 200,
      log: '',
    });
  });

  test('an environment variable: the function does not start, and the log names the variable', async () => {
    const change = (resources: SynthesisedResources) => {
      const [, { Properties }] = only(resources, 'AWS::Lambda::Function', (id) =>
        id.startsWith('OpenSubmission'),
      );
      delete (Properties.Environment as { Variables: Record<string, unknown> }).Variables.UPLOADS_BUCKET;
    };
    const seen = await withChanged(change, open);
    expect(seen).toMatchObject({ status: 500, body: internalError, others: 200 });
    expect(seen.log).toContain(
      'function open-submission: missing or malformed environment variables: UPLOADS_BUCKET',
    );
  });

  test('API Gateway’s permission to call the function: the answer is 500, and the function is not called', async () => {
    const change = (resources: SynthesisedResources) => {
      const ofRoute = (id: string) => id.startsWith('ApiPOSTv1submissionsPermission');
      const [id] = only(resources, 'AWS::Lambda::Permission', ofRoute);
      remove(resources, id);
    };
    expect(await withChanged(change, open)).toEqual({
      status: 500,
      body: internalError,
      others: 200,
      log: '',
    });
  });

  test('an action of the function’s role: AWS denies the call, and the answer says nothing of it', async () => {
    const change = (resources: SynthesisedResources) =>
      withoutAction(resources, 'OpenSubmission', 'dynamodb:PutItem');
    const seen = await withChanged(change, open);
    expect(seen).toMatchObject({ status: 500, others: 200 });
    expect(JSON.parse(seen.body).code).toBe('fault');
    expect(seen.body).not.toMatch(/arn:|AccessDenied|dynamodb/);
    expect(seen.log).toContain('is not authorized to perform: dynamodb:PutItem');
  });

  test('the right to read what is published: nothing is answered under another catalogue', async () => {
    const change = (resources: SynthesisedResources) =>
      withoutAction(resources, 'ReadPublic', 'dynamodb:GetItem');
    expect(await withChanged(change, open)).toMatchObject({ status: 201, others: 500 });
  });

  test('the event source of previews: no draft can be published, since nobody knows what it breaks', async () => {
    const change = (resources: SynthesisedResources) => {
      const ofPreviews = (one: string) => one.startsWith('PreviewCatalog');
      const [id] = only(resources, 'AWS::Lambda::EventSourceMapping', ofPreviews);
      remove(resources, id);
    };
    const publish = async ({ stack, api }: Started) => {
      const { token } = await api.signIn({ roles: ['secretariat'], subject: 'secretariat' });
      await submitAndSign(stack, api);
      const document = await api.get<CatalogDocument & Scored>('/v1/catalog', { token });
      for (const scorecard of document.scorecards.scorecards) scorecard.source += ' (2099)';
      const next = { ...document, version: '2099.1' };
      const { id, state } = await api.post<DraftView>('/v1/catalog/drafts', { token }, next);
      const refused = api.post(`/v1/catalog/drafts/${id}/publish`, { token }, { why: 'Thử.' });
      return [state, await refused.catch((error: ApiError) => error.code)];
    };
    expect(await withChanged(change, publish)).toEqual(['checking', 'preview-incomplete']);
  });

  test('the right to put uploads: the ticket is given, and S3 denies the file', async () => {
    const change = (resources: SynthesisedResources) =>
      withoutAction(resources, 'OpenSubmission', 's3:PutObject');
    const refused = await withChanged(change, async ({ api }) => {
      const reporter = await api.signIn({ unit, roles: ['reporter'], subject: 'reporter' });
      return api.put(await api.open(reporter, 'denied', file), body).catch(String);
    });
    expect(refused).toContain('PUT: 403');
  });

  test('the queue’s policy: S3 would refuse the notification, so nothing starts', async () => {
    const change = (resources: SynthesisedResources) => {
      const [id] = only(resources, 'AWS::SQS::QueuePolicy', (_id, text) =>
        text.includes('OnlyTheUploadsBucket'),
      );
      remove(resources, id);
    };
    await expect(withChanged(change, open)).rejects.toThrow('does not let s3.amazonaws.com send messages');
  });

  test('an event source: the message stays in the queue, and nothing reads it', async () => {
    const change = (resources: SynthesisedResources) => {
      const [id] = only(resources, 'AWS::Lambda::EventSourceMapping', (one) => one.startsWith('Normalise'));
      remove(resources, id);
    };
    const uploads = ({ queues }: StackStatus) =>
      Object.entries(queues).find(([id]) => id.startsWith('UploadsWorkQueue'))?.[1];
    const { before, status } = await withChanged(change, async ({ stack, api }) => {
      // S3's own test messages are there from the start.
      const before = uploads(await stack.status())?.visible ?? 0;
      const reporter = await api.signIn({ unit, roles: ['reporter'], subject: 'reporter' });
      const ticket = await api.open(reporter, 'unread', file);
      await api.put(ticket, body);
      expect(await api.get(`/v1/submissions/${ticket.id}`, reporter)).toMatchObject({ state: 'opened' });
      return { before, status: await stack.status() };
    });
    expect(uploads(status)).toMatchObject({ visible: before + 1, inFlight: 0 });
    const [, state] = Object.entries(status.functions).find(([id]) => id.startsWith('Normalise')) ?? [];
    expect(state).toMatchObject({ calls: 0, processes: 0 });
  });
});

test('an unknown type of resource stops the start by name', async () => {
  const add = (resources: SynthesisedResources) => {
    resources.Search = { Type: 'AWS::OpenSearchService::Domain', Properties: {} };
  };
  await expect(withChanged(add, open)).rejects.toThrow(
    'DiemCau-dev-Service/Search: resource type AWS::OpenSearchService::Domain is not supported',
  );
});

/** Takes a resource away, and what depended on its being there first. */
function remove(resources: SynthesisedResources, id: string): void {
  delete resources[id];
  for (const resource of Object.values(resources)) {
    if (resource.DependsOn === undefined) continue;
    resource.DependsOn = [resource.DependsOn].flat().filter((one) => one !== id);
  }
}

function withoutAction(resources: SynthesisedResources, name: string, action: string): void {
  const [, { Properties }] = only(resources, 'AWS::IAM::Policy', (id) => id.startsWith(`${name}Role`));
  const document = Properties.PolicyDocument as { Statement: { Action: string | string[] }[] };
  const before = document.Statement.length;
  document.Statement = document.Statement.flatMap((statement) => {
    const Action = [statement.Action].flat().filter((one) => one !== action);
    return Action.length === 0 ? [] : [{ ...statement, Action }];
  });
  const actions = document.Statement.flatMap(({ Action }) => Action);
  if (actions.includes(action) || document.Statement.length > before)
    throw new Error(`${action} is still there`);
}

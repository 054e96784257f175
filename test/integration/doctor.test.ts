import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoNow } from '../../local/job/run-job.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { routes } from '../../shared/lambda/routes.ts';
import { diemCau } from './command.ts';
import { startService } from './service.ts';
import { objectOf, TicketHolder } from './ticket-holder.ts';

/** `npx diem-cau doctor` on a service that is well, and on services that are not: it names what is wrong. */

const portal = 'http://127.0.0.1:4800';
const assembly = fileURLToPath(new URL('../../build/test-assembly', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'diem-cau-doctor-'));
let stack: Stack;
let bucket: string;

beforeAll(async () => {
  stack = await startService();
  bucket = objectOf(await (await TicketHolder.signIn(stack)).open()).Bucket;
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await stack.stop();
});

type Report = { ok: boolean; checks: { name: string; state: string; saw?: string; todo?: { vi: string } }[] };

async function doctor(args: string[], env?: Record<string, string>) {
  const { status, out, err } = await diemCau(['doctor', '--json', ...args], env === undefined ? {} : { env });
  const report = out === '' ? undefined : (JSON.parse(out) as Report);
  const named = (state: string) =>
    report?.checks.filter((check) => check.state === state).map(({ name }) => name);
  return { status, err, report, failed: named('failed'), notRun: named('not-run') };
}

const uploads = () => `${stack.aws.endpoints.s3}/${bucket}`;

describe('a service that is well', () => {
  test('all checks hold, each route among them; what could not be looked at is told', async () => {
    const args = ['--url', stack.url, '--origin', portal, '--uploads', uploads()];
    const { status, report, failed, notRun } = await doctor(args);
    expect([status, report?.ok, failed, notRun]).toEqual([0, true, [], []]);
    const names = report?.checks.map(({ name }) => name);
    for (const { method, path } of routes) expect(names).toContain(`route ${method} ${path}`);
  }, 60_000);

  test('what is not told about the service is not looked at, and said so', async () => {
    const { status, notRun } = await doctor(['--url', `${stack.url}/`]);
    expect([status, notRun]).toEqual([0, ['unsigned-upload-refused', 'portal-allowed']]);
  }, 60_000);

  test('it is told in Vietnamese, and in English when asked', async () => {
    const vi = await diemCau(['doctor', '--url', stack.url]);
    const en = await diemCau(['doctor', '--url', stack.url, '--lang', 'en']);
    expect(vi.out).toContain('✓ public-scorecard: 0/34');
    expect(vi.out).toContain('– portal-allowed: không biết địa chỉ cổng');
    expect(en.out).toContain("– portal-allowed: the portal's origin is not known");
  }, 60_000);
});

describe('a service that is not', () => {
  test('nobody answers: that alone is said', async () => {
    const { status, failed, report } = await doctor(['--url', 'http://127.0.0.1:9']);
    expect([status, failed]).toEqual([1, ['reachable']]);
    expect(report?.checks[0]?.saw).toMatch(/ECONNREFUSED|bad port/);
  });

  test('TLS is asked for where none is spoken', async () => {
    const { failed } = await doctor(['--url', stack.url.replace('http:', 'https:')]);
    expect(failed).toEqual(['reachable']);
  });

  test('a portal that is not admitted, and a bucket that answers without a signature', async () => {
    const open = createServer((_request, response) => void response.end('everything'));
    await new Promise<void>((listening) => void open.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${(open.address() as AddressInfo).port}`;
    const args = ['--url', stack.url, '--origin', 'https://other.example.vn', '--uploads', address];
    const { status, failed } = await doctor(args);
    open.close();
    expect([status, failed]).toEqual([1, ['unsigned-upload-refused', 'portal-allowed']]);
  }, 60_000);

  test('something before the API takes the ETags away', async () => {
    const between = createServer(async (request, response) => {
      const { host: _host, connection: _connection, ...headers } = request.headers;
      const { method = 'GET', url = '/' } = request;
      const answer = await fetch(stack.url + url, { method, headers: headers as Record<string, string> });
      response.setHeader('content-type', answer.headers.get('content-type') ?? '');
      response.writeHead(answer.status).end(await answer.text());
    });
    await new Promise<void>((listening) => void between.listen(0, '127.0.0.1', listening));
    const { failed } = await doctor(['--url', `http://127.0.0.1:${(between.address() as AddressInfo).port}`]);
    between.close();
    expect(failed).toEqual(['etag']);
  }, 60_000);

  test('a template without the public scorecard’s route: the route is named', async () => {
    const broken = await startWithout('GET /v1/public/scorecards/{code}/{period}');
    try {
      const { status, failed, report } = await doctor(['--url', broken.url]);
      expect(status).toBe(1);
      expect(failed).toEqual(['public-scorecard', 'etag', 'route GET /v1/public/scorecards/{code}/{period}']);
      const [, , route] = report?.checks.filter(({ state }) => state === 'failed') ?? [];
      expect([route?.saw, route?.todo?.vi]).toEqual(['404', expect.stringContaining('triển khai lại')]);
    } finally {
      await broken.stop();
    }
  }, 60_000);
});

type Template = { Resources: Record<string, { Type: string; Properties: { RouteKey?: string } }> };

/** The service from a copy of its template in which a route is missing. */
function startWithout(routeKey: string): Promise<Stack> {
  const copy = join(folder, 'assembly');
  cpSync(assembly, copy, { recursive: true });
  const file = join(copy, 'DiemCau-dev-Service.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  for (const [id, { Properties }] of Object.entries(template.Resources)) {
    if (Properties?.RouteKey === routeKey) delete template.Resources[id];
  }
  writeFileSync(file, JSON.stringify(template));
  return startStack({ assembly: copy, port: 0, now: demoNow });
}

/** CloudFormation's answers to DescribeStacks, in the shape of its API Reference. */
describe('a stage, as its stacks describe it', () => {
  let cloudFormation: Server;
  let stacks: Record<string, { status: string; isProtected: boolean; outputs: Record<string, string> }>;
  let environment: Record<string, string>;

  beforeAll(async () => {
    cloudFormation = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const name = new URLSearchParams(body).get('StackName') ?? '';
      const found = stacks[name];
      response.setHeader('content-type', 'text/xml');
      response.statusCode = found === undefined ? 400 : 200;
      response.end(found === undefined ? missing(name) : described(name, found));
    });
    await new Promise<void>((listening) => void cloudFormation.listen(0, '127.0.0.1', listening));
    environment = {
      AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${(cloudFormation.address() as AddressInfo).port}`,
      AWS_ENDPOINT_URL_S3: stack.aws.endpoints.s3,
      AWS_REGION: stack.aws.region,
      AWS_ACCESS_KEY_ID: stack.aws.accessKeyId,
      AWS_SECRET_ACCESS_KEY: stack.aws.secretAccessKey,
    };
  });
  afterAll(() => void cloudFormation.close());

  const xmlns = 'xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"';
  const described = (name: string, { status, isProtected, outputs }: (typeof stacks)[string]) =>
    `<DescribeStacksResponse ${xmlns}><DescribeStacksResult><Stacks><member><StackName>${name}</StackName>
    <CreationTime>2026-09-01T00:00:00Z</CreationTime><StackStatus>${status}</StackStatus>
    <EnableTerminationProtection>${isProtected}</EnableTerminationProtection><Outputs>${Object.entries(
      outputs,
    )
      .map(
        ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
      )
      .join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
  const missing = (name: string) =>
    `<ErrorResponse ${xmlns}><Error><Type>Sender</Type><Code>ValidationError</Code>
    <Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`;
  const deployed = (status: string, isProtected: boolean) => ({
    'DiemCau-test-Data': { status: 'CREATE_COMPLETE', isProtected, outputs: { UploadsBucket: bucket } },
    'DiemCau-test-Service': {
      status,
      isProtected: false,
      outputs: { ApiUrl: stack.url, PortalOrigin: portal },
    },
  });

  test('address, portal and bucket come from the outputs, and all checks hold', async () => {
    stacks = deployed('UPDATE_COMPLETE', true);
    const { status, failed, notRun, report } = await doctor(['--stage', 'test'], environment);
    expect([status, failed, notRun]).toEqual([0, [], []]);
    expect(report?.checks.slice(0, 4).map(({ name }) => name)).toEqual([
      'stack DiemCau-test-Data',
      'stack DiemCau-test-Service',
      'termination-protection',
      'reachable',
    ]);
  }, 60_000);

  test('a deployment that was rolled back, and a data stack without protection', async () => {
    stacks = deployed('UPDATE_ROLLBACK_COMPLETE', false);
    const { status, failed } = await doctor(['--stage', 'test'], environment);
    expect([status, failed]).toEqual([1, ['stack DiemCau-test-Service', 'termination-protection']]);
  }, 60_000);

  test('a stage that was never deployed: the command that deploys it is named', async () => {
    stacks = {};
    const { status, failed, report } = await doctor(['--stage', 'prod'], environment);
    expect([status, failed]).toEqual([1, ['stack DiemCau-prod-Data', 'stack DiemCau-prod-Service']]);
    expect(report?.checks[0]?.todo?.vi).toContain('npx cdk deploy --all -c stage=prod');
  });

  test('CloudFormation cannot be asked: exit status 2', async () => {
    const away = { ...environment, AWS_ENDPOINT_URL_CLOUDFORMATION: 'http://127.0.0.1:9' };
    const { status, err } = await doctor(['--stage', 'test'], { ...away, AWS_MAX_ATTEMPTS: '1' });
    expect([status, err]).toEqual([2, expect.stringMatching(/^doctor: /)]);
  });
});

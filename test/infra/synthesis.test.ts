import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { type Bundles, bundle } from '../../infra/bundle.ts';
import { diemCau } from '../../infra/diem-cau.ts';
import { checkSettings } from '../../infra/settings.ts';
import { checkedApp } from '../../infra/synthesise.ts';
import { cognitoClaims } from '../../shared/accounts/claims.ts';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
let bundles: Bundles;
let first: ReturnType<typeof synthesised>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diem-cau-synthesis-'));
  bundles = await bundle({ directory: join(folder, 'build') });
  first = synthesised('first');
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** Composes the system into a folder, lets the test spoil it, and synthesises. */
function synthesised(name: string, spoil: (data: Stack) => void = () => {}) {
  const app = checkedApp(join(folder, name));
  const { data, service } = diemCau(app, checkSettings({}), bundles);
  spoil(data);
  const templates = app.synth().stacks.map((stack) => JSON.stringify(stack.template, null, 1));
  return { app, data, service, text: templates.join('\n') };
}

async function digestOf(bundled: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(bundled, 'index.js')))
    .digest('hex');
}

type Report = {
  pluginReports: { violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[] }[];
};

/** What the rules found in a synthesis, as they wrote it beside the templates. */
async function findings(name: string): Promise<string[]> {
  const report = JSON.parse(await readFile(join(folder, name, 'validation-report.json'), 'utf8')) as Report;
  const violations = report.pluginReports.flatMap((plugin) => plugin.violations);
  return violations.flatMap(({ ruleName, violatingConstructs }) =>
    violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );
}

describe('synthesis', () => {
  test('gives the same templates every time, and nothing of the machine or an account in them', () => {
    expect(synthesised('second').text).toBe(first.text);
    expect(first.text).not.toContain(root);
    expect(first.text).not.toContain(folder);
    expect(first.text.match(/\b\d{12}\b/g)).toBeNull();
    // CloudFormation gives other letters back as question marks, and every later comparison sees a change.
    expect(first.text.match(/[^\n\x20-\x7e]/g)).toBeNull();
  }, 60_000);

  test('nothing is acknowledged for a whole stack or the whole app', () => {
    const { app, data, service } = first;
    const acknowledged = (node: { metadata: { type: string }[] }) =>
      node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY).length;
    expect([app.node, data.node, service.node].map(acknowledged)).toEqual([0, 0, 0]);
    const within = app.node.findAll().map((each) => acknowledged(each.node));
    expect(within.reduce((sum, each) => sum + each)).toBeGreaterThan(0);
  });

  test('the rules have nothing to say, not even a warning', async () => {
    expect(await findings('first')).toEqual([]);
  });

  test('a bucket that admits plain text and a queue whose failures are lost stop it, by name', async () => {
    const careless = (data: Stack) => {
      new Bucket(data, 'Careless');
      new Queue(data, 'Forgetful', { enforceSSL: true });
    };
    expect(() => synthesised('careless', careless)).toThrow('careless');
    expect(await findings('careless')).toEqual([
      'AwsSolutions-S1 DiemCau-dev-Data/Careless/Resource',
      'AwsSolutions-S10 DiemCau-dev-Data/Careless/Resource',
      'AwsSolutions-SQS3 DiemCau-dev-Data/Forgetful/Resource',
    ]);
  }, 60_000);
});

describe('bundles', () => {
  test('do not depend on where the code was checked out', async () => {
    const elsewhere = join(folder, 'elsewhere');
    await Promise.all(
      ['functions', 'shared'].map((part) =>
        cp(join(root, part), join(elsewhere, part), { recursive: true, dereference: true }),
      ),
    );
    await symlink(join(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
    const others = await bundle({
      entries: join(elsewhere, 'functions'),
      directory: join(elsewhere, 'build'),
    });
    for (const [name, path] of Object.entries(bundles)) {
      const other = others[name as keyof Bundles];
      expect(await readdir(other)).toEqual(['index.js', 'package.json']);
      expect([name, await digestOf(other)]).toEqual([name, await digestOf(path)]);
    }
  }, 60_000);

  test('each is a CommonJS file that gives a handler', () => {
    const program = `for (const path of process.argv.slice(1)) console.log(typeof require(path).handler)`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', program, ...Object.values(bundles)], {
      encoding: 'utf8',
      env: {
        CLAIMS: JSON.stringify(cognitoClaims),
        USER_POOL_ID: 'ap-southeast-1_Pool',
        TABLE_NAME: 'table',
        UPLOADS_BUCKET: 'uploads',
        RECORDS_BUCKET: 'records',
        SNAPSHOTS_BUCKET: 'snapshots',
        AGGREGATE_QUEUE_URL: 'http://127.0.0.1/queue',
        PREVIEW_QUEUE_URL: 'http://127.0.0.1/queue',
        SCHEDULE_GROUP: 'meetings',
        SCHEDULE_ROLE_ARN: 'arn:aws:iam::123456789012:role/schedules',
        SCHEDULE_DEAD_LETTERS_ARN: 'arn:aws:sqs:ap-southeast-1:123456789012:dead-letters',
        FREEZE_ARN: 'arn:aws:lambda:ap-southeast-1:123456789012:function:freeze',
        REMIND_ARN: 'arn:aws:lambda:ap-southeast-1:123456789012:function:remind',
        EVENT_BUS: 'diem-cau-test',
        MAIL_FROM: 'diem-cau@example.gov.vn',
        PORTAL_ORIGIN: 'https://diem-cau.example.gov.vn',
        AWS_REGION: 'ap-southeast-1',
      },
    });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual(Object.keys(bundles).map(() => 'function'));
  });

  test('a function of the contract without an entry file is named', async () => {
    const entries = join(folder, 'incomplete');
    await mkdir(entries);
    await writeFile(join(entries, 'read.ts'), 'export const handler = () => {};\n');
    await expect(bundle({ entries, directory: join(folder, 'unused') })).rejects.toThrow(
      /open-submission\.ts/,
    );
  });
});

test('the command says what is wrong and fails', () => {
  const run = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      CDK_OUTDIR: join(folder, 'refused'),
      CDK_CONTEXT_JSON: '{"stage":"prod","colour":"red"}',
    },
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^settings:\n/);
  expect(run.stderr).toContain('colour');
}, 60_000);

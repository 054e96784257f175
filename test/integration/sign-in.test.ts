import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { AccountsClient, firstSecretariat } from './accounts-client.ts';
import { assembly, startService } from './service.ts';

/** The wiring of the pre-token trigger, spoilt in a copy of the template: signing in fails, or gives nothing. */

type Template = { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> };

async function withSpoilt(
  spoil: (template: Template) => void,
  then: (client: AccountsClient) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-sign-in-'));
  try {
    await cp(assembly, folder, { recursive: true });
    const file = join(folder, 'DiemCau-dev-Data.template.json');
    const template = JSON.parse(await readFile(file, 'utf8')) as Template;
    const before = JSON.stringify(template);
    spoil(template);
    expect(JSON.stringify(template)).not.toBe(before);
    await writeFile(file, JSON.stringify(template));
    const stack = await startService({ assembly: folder });
    try {
      await then(new AccountsClient(stack));
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function without(template: Template, type: string, about: string): void {
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type === type && JSON.stringify(Properties).includes(about)) delete template.Resources[id];
  }
}

test.each<[string, (template: Template) => void, string]>([
  [
    'may not ask about the second factor',
    (template) => without(template, 'AWS::IAM::Policy', 'cognito-idp:AdminGetUser'),
    'Sign-in is not possible now',
  ],
  [
    'may not be called by Cognito',
    (template) => without(template, 'AWS::Lambda::Permission', 'cognito-idp.amazonaws.com'),
    'AccessDeniedException',
  ],
])(
  'no token when the trigger %s',
  async (_what, spoil, message) => {
    await withSpoilt(spoil, async (client) => {
      await expect(firstSecretariat(client)).rejects.toThrow(message);
    });
  },
  60_000,
);

test('a pool whose trigger was taken away gives tokens without any right', async () => {
  const spoil = ({ Resources }: Template) => {
    for (const { Type, Properties } of Object.values(Resources)) {
      if (Type === 'AWS::Cognito::UserPool') delete Properties.LambdaConfig;
    }
  };
  await withSpoilt(spoil, async (client) => {
    const token = await firstSecretariat(client);
    expect(decodeJwt(token)).toMatchObject({ 'cognito:groups': ['secretariat'] });
    const answer = await client.ask('GET', '/v1/users', undefined, token);
    expect([answer.status, answer.body.code]).toEqual([403, 'not-allowed']);
  });
}, 60_000);

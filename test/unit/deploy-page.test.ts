import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { settingsExplained } from '../../infra/settings.ts';

/** docs/deploy.md names commands, options, settings and pages: each must be there. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/deploy.md`, 'utf8');
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};
const found = (pattern: RegExp) => [
  ...new Set([...page.matchAll(pattern)].map((match) => match[1] as string)),
];

test('each npm script is one of ours', () => {
  const named = found(/npm run ([\w:-]+)/g);
  expect(named).toContain('journey');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('each setting that is given or discussed exists', () => {
  const names = settingsExplained.map(({ name }) => name);
  const named = [
    ...found(/ -c (\w+)=/g),
    ...found(/`(\w+)(?:: \w+)?`/g).filter((word) => names.includes(word)),
  ];
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
  for (const wanted of ['stage', 'objectLock', 'apiDomain', 'alarmEmails']) expect(named).toContain(wanted);
});

test('each command of the CDK exists, with the options that it is given', async () => {
  const lines = found(/npx cdk ([^`\n#]+)/g).map((line) => line.trim().split(/\s+/));
  const commands = [...new Set(lines.map(([command]) => command as string))];
  expect(commands.sort()).toEqual([
    'bootstrap',
    'deploy',
    'destroy',
    'diff',
    'import',
    'list',
    'rollback',
    'synth',
  ]);
  const unknown = commands.map(async (command) => {
    const args = ['node_modules/aws-cdk/bin/cdk', command, '--help'];
    const { stdout: help } = await promisify(execFile)(process.execPath, args, { cwd: root });
    const given = lines.filter(([name]) => name === command).flat();
    return given.filter((word) => word.startsWith('--') && !help.includes(word));
  });
  expect((await Promise.all(unknown)).flat()).toEqual([]);
}, 60_000);

test('each page that it leads to is there, and each output that it names is made', () => {
  const pages = found(/\]\(([\w./-]+\.md)\)/g);
  expect(pages.filter((name) => !existsSync(`${root}docs/${name}`))).toEqual([]);
  const outputs = ['outputs.ts', 'api-domain.ts'].map((file) => readFileSync(`${root}infra/${file}`, 'utf8'));
  for (const name of ['ApiDomainTarget', 'UserPoolId', 'TableName']) {
    expect([name, page.includes(name), outputs.join('').includes(`'${name}'`)]).toEqual([name, true, true]);
  }
});

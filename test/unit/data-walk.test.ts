import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';

/** docs/data-walk.md names each file that an upload enters, once, in order; the bundler knows which they are. */

/** The functions that an upload enters; what people do around it has functions of its own. */
const walked = [
  'open-submission',
  'normalise',
  'sign-submission',
  'aggregate',
  'freeze',
  'read-public',
  'read',
];

const page = readFileSync(new URL('../../docs/data-walk.md', import.meta.url), 'utf8');
const named = [...page.matchAll(/`((?:functions|shared)\/[\w/.-]+\.(?:ts|json))`/g)].map(
  (match) => match[1] as string,
);
const entered = new Map<string, Set<string>>();

beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: walked.map((name) => `functions/${name}.ts`),
    outdir: 'unwritten',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    logLevel: 'silent',
  });
  for (const output of Object.values(metafile.outputs)) {
    const own = Object.keys(output.inputs).filter((file) => !file.includes('node_modules/'));
    entered.set(output.entryPoint as string, new Set(own));
  }
});

test('each file is named once', () => {
  expect(named.filter((file, index) => named.indexOf(file) !== index)).toEqual([]);
});

test('the files named are exactly those that the functions are made of', () => {
  const all = new Set([...entered.values()].flatMap((files) => [...files]));
  // A file of types alone leaves nothing in a bundle; the walk names only what runs.
  expect([...all].filter((file) => !named.includes(file)).sort()).toEqual([]);
  expect(named.filter((file) => !all.has(file) && !isTypesOnly(file))).toEqual([]);
});

/** What a table's cells are called is code; the rest of that file, and a rule's shape, are types. */
function isTypesOnly(file: string): boolean {
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  return !/^export (async )?(function|const|class)/m.test(source);
}

test('the functions come in the order of the data, and each file below the first that enters it', () => {
  const entries = named.filter((file) => file.startsWith('functions/'));
  expect(entries).toEqual([
    'functions/open-submission.ts',
    'functions/normalise.ts',
    'functions/sign-submission.ts',
    'functions/aggregate.ts',
    'functions/freeze.ts',
    'functions/read-public.ts',
    'functions/read.ts',
  ]);
  const misplaced = named.filter((file, index) => {
    const below = named.slice(0, index + 1).findLast((earlier) => earlier.startsWith('functions/'));
    const first = entries.find((entry) => entered.get(entry)?.has(file));
    return below !== undefined && first !== undefined && below !== first;
  });
  expect(misplaced).toEqual([]);
});

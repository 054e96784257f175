import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { readSamples } from '../../local/job/samples.ts';
import { inflateRaw } from '../../shared/aws/inflate.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { engineVersion } from '../../shared/catalog/engine.ts';
import { unitByCode } from '../../shared/catalog/unit.ts';
import { bytesInMemory } from '../../shared/normalisation/bytes.ts';
import { checkFile } from '../../shared/normalisation/check-file.ts';
import { type Context, contextFrom } from '../../shared/normalisation/context.ts';
import type { Report } from '../../shared/normalisation/report.ts';
import { rules } from '../../shared/normalisation/rules/rules.ts';
import { loadedAtOnce } from '../../tools/web/build-web.ts';
import { makeCorpus, readCorpus } from '../fuzz/corpus.ts';
import { mutantOf } from '../fuzz/mutate.ts';
import { diemCau } from '../integration/command.ts';
import { contextWith, tasks } from '../unit/normalisation/task-files.ts';
import { launchBrowser } from './browser.ts';
import { bundleEngine, type EngineBundle } from './engine-bundle.ts';

/** The same engine in Node and in a real browser: the same report, byte for byte. */

type Asked = {
  name: string;
  unit: string;
  bytes: Uint8Array;
  context: Context | null;
  /** Where it is another than the one of most. */
  form?: string;
};

let bundle: EngineBundle;
let server: Server;
let browser: Browser;
let page: Page;
let asked: Asked[] = [];
const requested: string[] = [];

beforeAll(async () => {
  await makeCorpus();
  [bundle, browser] = await Promise.all([bundleEngine(), launchBrowser()]);
  server = createServer((request, answer) => {
    const path = request.url ?? '';
    requested.push(path);
    const module = bundle.files.get(path);
    const file = /^\/file\/(\d+)$/.exec(path);
    if (module) answer.setHeader('content-type', 'text/javascript').end(module);
    else if (file) answer.end(asked[Number(file[1])]?.bytes);
    else answer.setHeader('content-type', 'text/html').end('<!doctype html><title>engine</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
}, 60_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

const period = '2026-Q3';
const usual = 'qd766';

/** The report as `npx diem-cau check --json` prints it. */
async function inNode({ name, unit, bytes, context, form = usual }: Asked): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const request = { fileName: name, sha256, unit, form, period };
  const { report } = await checkFile(bytesInMemory(bytes), request, { inflateRaw, catalog, context });
  return JSON.stringify(report, null, 2);
}

/** The reports that the page makes of the same files. */
function inBrowser(from: number, to: number): Promise<string[]> {
  const questions = asked
    .slice(from, to)
    .map(({ name, unit, context, form = usual }, at) => ({ at: from + at, name, unit, context, form }));
  return page.evaluate(
    async ({ entry, questions, period }) => {
      const { checkHere } = await import(entry);
      const reports: string[] = [];
      for (const { at, name, unit, context, form } of questions) {
        const answer = await fetch(`/file/${at}`);
        const file = new File([await answer.arrayBuffer()], name);
        const { report } = await checkHere(file, { unit, form, period }, context);
        reports.push(JSON.stringify(report, null, 2));
      }
      return reports;
    },
    { entry: bundle.entry, questions, period },
  );
}

async function expectSame(files: Asked[]): Promise<string[]> {
  asked = files;
  const reports: string[] = [];
  for (let from = 0; from < files.length; from += 25) {
    const there = await inBrowser(from, from + 25);
    for (const [at, report] of there.entries()) {
      const file = files[from + at] as Asked;
      expect({ name: file.name, report }).toEqual({ name: file.name, report: await inNode(file) });
      reports.push(report);
    }
  }
  return reports;
}

const samples = (): Asked[] =>
  readSamples().files.map(({ unitCode, fileName, body }) => ({
    name: fileName,
    unit: unitByCode(catalog, 'province', unitCode, '2026-09-14')?.id ?? '',
    bytes: new Uint8Array(body),
    context: null,
  }));

/** A context with the figures of a report as those that stood last, and a finding as the attempt before had it. */
function contextOf(unit: string, report: string): Context {
  const { observations } = JSON.parse(report) as Report;
  return contextFrom({
    schema: 'context/1',
    catalog: catalog.version,
    engine: engineVersion,
    unit,
    form: usual,
    period,
    rules: Object.fromEntries(rules.map(({ code, state }) => [code, state])),
    last: {
      period: '2026-Q2',
      submission: '0'.repeat(32),
      figures: observations.map(({ indicator, value, numerator, denominator, status }) => ({
        indicator,
        value,
        numerator,
        denominator,
        status,
      })),
    },
    previous: {
      submission: '1'.repeat(32),
      findings: [{ code: 'unit-differs', sheet: null, about: null, cell: 'A7', got: 'x' }],
      whole: true,
    },
  });
}

/** The modules that a package is part of. */
function chunksOf(name: string): string[] {
  const outputs = Object.entries(bundle.meta.outputs);
  const holding = outputs.filter(([, { inputs }]) => Object.keys(inputs).some((path) => path.includes(name)));
  return holding.map(([path]) => `/${path}`);
}

describe('the bundle', () => {
  test('asks for nothing of Node, and names no external module', () => {
    expect(Object.keys(bundle.meta.inputs).filter((path) => path.includes('node:'))).toEqual([]);
    const imports = Object.values(bundle.meta.outputs).flatMap(({ imports: found }) => found);
    expect(imports.filter(({ external }) => external)).toEqual([]);
  });

  test('old Excel files cost a page nothing until one is chosen', () => {
    const atOnce = [...loadedAtOnce(bundle.meta, bundle.entry.slice(1))];
    const inputs = atOnce.flatMap((path) => Object.keys(bundle.meta.outputs[path]?.inputs ?? {}));
    expect(inputs.length).toBeGreaterThan(30);
    expect(inputs.filter((path) => path.includes('@e965/xlsx'))).toEqual([]);
  });
});

describe('the same report, byte for byte', () => {
  test('what the command line prints is what is compared here', async () => {
    const [first, second] = samples().filter(({ name }) => /^(52|82)/.test(name)) as [Asked, Asked];
    for (const file of [first, second]) {
      const path = `local/samples/2026-Q3/${file.name}`;
      const { out } = await diemCau([
        'check',
        path,
        '--unit',
        file.unit,
        '--period',
        period,
        '--form',
        usual,
        '--json',
      ]);
      expect(out).toBe(`${await inNode(file)}\n`);
    }
  });

  test('every sample, without a context and with one', async () => {
    const plain = await expectSame(samples());
    expect(plain).toHaveLength(34);
    const withContext = samples().map((file, at) => ({
      ...file,
      context: contextOf(file.unit, plain[at] as string),
    }));
    const held = await expectSame(withContext);
    expect(held.every((report) => /"context": "[0-9a-f]{64}"/.test(report))).toBe(true);
    expect(held).not.toEqual(plain);
  }, 120_000);

  test('every container and encoding, real files, and what is no report', async () => {
    // The samples have no old workbook among them: what reads one has not been asked for yet.
    const lazy = chunksOf('@e965/xlsx');
    expect(lazy).toHaveLength(1);
    expect(requested).not.toContain(lazy[0]);
    const files = readCorpus().map(({ name, bytes }) => ({
      name,
      unit: 'province:52@2025',
      bytes,
      context: null,
    }));
    const reports = await expectSame(files);
    expect(reports.length).toBeGreaterThan(45);
    const containers = new Set(
      reports.map((report) => (JSON.parse(report) as { file: { container: string } }).file.container),
    );
    expect(containers).toContain('xlsx');
    expect(containers).toContain('xls');
    expect(containers).toContain('csv');
    expect(requested).toContain(lazy[0]);
  }, 120_000);

  test('sheets of tasks, with the tasks that the unit has', async () => {
    const unit = 'province:52@2025';
    const form = 'nhiem-vu';
    const files = readCorpus().filter(({ name }) => name.startsWith(form));
    const context = contextWith(tasks, { form, unit });
    const reports = await expectSame(files.map((file) => ({ ...file, unit, form, context })));
    expect(reports).toHaveLength(3);
    for (const report of reports) expect((JSON.parse(report) as Report).tasks).toHaveLength(3);
  });

  test('300 damaged files', async () => {
    const corpus = readCorpus();
    const files = Array.from({ length: 300 }, (_, index) => {
      const { bytes, how } = mutantOf(corpus, 766, index);
      return { name: `${index}: ${how}`, unit: 'province:52@2025', bytes, context: null };
    });
    const reports = await expectSame(files);
    expect(reports.some((report) => report.includes('"verdict": "returned"'))).toBe(true);
  }, 180_000);
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serveFile } from '../local/control/static-files.ts';
import { builtInFiles } from '../shared/catalog/catalog.ts';
import { type CatalogDocument, documentOf } from '../shared/catalog/document.ts';
import { engineVersion } from '../shared/catalog/engine.ts';
import type { Form, Indicator } from '../shared/catalog/schema.ts';
import type { Context } from '../shared/normalisation/context.ts';
import { statesNow } from '../shared/normalisation/rules/rule-states.ts';
import { launchBrowser } from '../test/journeys/browser.ts';
import { buildWeb } from '../tools/web/build-web.ts';
import { pageHeaders } from '../web/served/page-headers.ts';
import { asked, benchCatalog } from './bench-catalog.ts';
import { csvFile } from './write-inputs.ts';

/** What a browser was seen to do with one file. */
export type Seen = {
  /** The longest time for which the page could not answer, in milliseconds; 0: never as long as 50. */
  longestTask: number;
  /** From choosing the file to its verdict. */
  seconds: number;
  verdict: string;
};

/**
 * Checks files in the built portal in a real browser, and looks through what is shown: pages, filters, a search, the way
 * through the findings. The service's answers are the benchmark's own: its form has as many rows as the files.
 */
export async function seeInBrowser(folder: string, rows: number, files: readonly string[]): Promise<Seen[]> {
  const { directory } = await buildWeb(join(folder, 'web'));
  const server = await serve(directory, answersFor(rows));
  const browser = await launchBrowser();
  try {
    const seen: Seen[] = [];
    for (const file of files) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.addInitScript(watch, token());
      const { port } = server.address() as { port: number };
      const { unit, form, period } = asked;
      await page.goto(`http://127.0.0.1:${port}/bao-cao/${unit}/${form}/${period}/kiem-tra`);
      await page.waitForSelector('#check-file', { state: 'attached' });
      seen.push(await seeFile(page, file));
      await page.close();
    }
    return seen;
  } finally {
    await browser.close();
    server.close();
  }
}

/** The rows of a long table, of which every hundredth has a numerator that is no number. */
export async function faultyFile(folder: string, rows: number): Promise<string> {
  const path = join(folder, `faulty-${rows}.csv`);
  if (existsSync(path)) return path;
  const lines = readFileSync(await csvFile(folder, rows, 'utf-8'), 'utf8').split('\r\n');
  const spoilt = lines.map((line, at) => {
    return at % 100 === 50 ? line.replace(/,Quý III\/2026,\d+,/, ',Quý III/2026,chín mươi mốt rưỡi,') : line;
  });
  writeFileSync(path, spoilt.join('\r\n'));
  return path;
}

async function seeFile(page: Page, file: string): Promise<Seen> {
  // Loading the page is another mark's.
  await page.evaluate(() => {
    Object.assign(globalThis, { longestTask: 0, watchedFrom: performance.now() });
  });
  const start = performance.now();
  await page.setInputFiles('#check-file', file);
  // What went wrong is not waited for.
  await page.waitForSelector('#check-verdict, .notice.error', { timeout: 300_000 });
  const verdict = await page.locator('#check-verdict').innerText();
  const seconds = (performance.now() - start) / 1_000;
  await page.waitForSelector('.check-table');
  for (let turned = 0; turned < 3; turned += 1) {
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await page.getByText(`Trang ${turned + 2} / `).waitFor();
  }
  for (const show of ['errors', 'repairs', 'changed', 'all']) {
    await page.selectOption('#check-show', show);
    await page.waitForFunction(
      (wanted) => document.querySelector('.check-table')?.getAttribute('data-show') === wanted,
      show,
    );
  }
  await page.fill('#check-search', 'tieu 007');
  await page.waitForFunction(
    () => document.querySelector('.check-table')?.getAttribute('data-search') === 'tieu 007',
  );
  if ((await page.locator('.check-walk').count()) > 0) {
    await page.getByRole('button', { name: 'Chỗ trước' }).click();
    await page.waitForFunction(() => document.activeElement?.closest('.check-table') !== null);
  }
  const longestTask = await page.evaluate(() => (globalThis as unknown as Watched).longestTask);
  return { longestTask, seconds, verdict };
}

/** What the page keeps while it is watched. */
type Watched = { longestTask: number; watchedFrom: number };

/** In the page: keeps how long the longest task took, from 50 ms on, and signs somebody in. */
function watch(idToken: string): void {
  const kept = globalThis as unknown as Watched;
  kept.longestTask = 0;
  kept.watchedFrom = 0;
  sessionStorage.setItem('diem-cau:session', JSON.stringify({ idToken }));
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      if (startTime >= kept.watchedFrom) kept.longestTask = Math.max(kept.longestTask, duration);
    }
  }).observe({ type: 'longtask' });
}

/** A token that nobody checks here: the page reads its claims alone. */
function token(): string {
  const claims = {
    sub: 'bench',
    'custom:unit': asked.unit,
    'diem-cau:roles': ['reporter'],
    exp: 4_000_000_000,
  };
  return ['{}', JSON.stringify(claims), ''].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

function answersFor(rows: number): ReadonlyMap<string, object> {
  const { unit, form, period } = asked;
  const document = documentFor(rows);
  const context: Context = {
    schema: 'context/2',
    catalog: document.version,
    engine: engineVersion,
    unit,
    form,
    period,
    rules: statesNow(),
    last: null,
    previous: null,
    day: '2026-10-14',
    tasks: [],
  };
  return new Map<string, object>([
    [`/v1/contexts/${unit}/${form}/${period}`, context],
    ['/v1/submissions', { items: [] }],
    [`/v1/catalog/versions/${document.version}`, document],
    ['/v1/public/catalog/units', { items: [] }],
    ['/v1/public/catalog/forms', { items: [] }],
    ['/config.json', { now: null }],
  ]);
}

/** The catalogue that the code brings, with the benchmark's form beside the others. */
function documentFor(rows: number): CatalogDocument {
  const { everyForm, indicators } = benchCatalog(rows);
  const { forms, indicators: known } = builtInFiles as {
    forms: { forms: Form[] };
    indicators: { indicators: Indicator[] };
  };
  const added = {
    forms: { ...forms, forms: [...forms.forms, ...everyForm] },
    indicators: { ...known, indicators: [...known.indicators, ...indicators.values()] },
  };
  return { ...documentOf({ ...builtInFiles, ...added }), version: '2099.1' };
}

async function serve(folder: string, answers: ReadonlyMap<string, object>): Promise<Server> {
  const headers = pageHeaders([]);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const answer = answers.get(path);
    if (answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    else if (path.startsWith('/v1/')) response.writeHead(404).end('{}');
    else if (!(await serveFile(folder, path, headers, response, true))) {
      await serveFile(folder, '/', headers, response, true);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type BuiltWeb,
  buildWeb,
  entryOf,
  firstScreen,
  loadedAtOnce,
} from '../../../../tools/web/build-web.ts';

/** What a reader must load before the first screen: its mark, and that no chart is among it. */

let folder: string;
let built: BuiltWeb;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diem-cau-web-'));
  built = await buildWeb(folder);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** The mark of the portal: at most 150 kB of compressed script before any chart is loaded. */
const mostBytes = 150_000;

/** Every script that is loaded for a page: the portal's own, and the page's with all that it imports. */
function scriptsOf(page: string): string[] {
  const main = entryOf(built.meta, 'web/main.tsx');
  const chunk = Object.entries(built.meta.outputs).find(([, { entryPoint }]) => entryPoint === page)?.[0];
  if (chunk === undefined) throw new Error(`nothing was built of ${page}`);
  const all = new Set([...loadedAtOnce(built.meta, main), ...loadedAtOnce(built.meta, chunk)]);
  return [...all].filter((path) => path.endsWith('.js'));
}

async function compressedBytes(scripts: readonly string[]): Promise<number> {
  const each = await Promise.all(scripts.map((path) => readFile(path)));
  return each.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
}

function sourcesIn(scripts: readonly string[]): string[] {
  return scripts.flatMap((path) => Object.keys(built.meta.outputs[path]?.inputs ?? {}));
}

const overview = firstScreen;

test('the first screen needs at most 150 kB of compressed script', async () => {
  expect(await compressedBytes(scriptsOf(overview))).toBeLessThanOrEqual(mostBytes);
});

test('no chart, no map and no table of the catalogue is among it', () => {
  const sources = sourcesIn(scriptsOf(overview));
  expect(sources).toContain(overview);
  expect(
    sources.filter((path) =>
      /web\/charts|web\/map|node_modules\/(d3|topojson)|shared\/catalog\/data/.test(path),
    ),
  ).toEqual([]);
});

test('of a page with charts the same check finds them: it can fail', () => {
  const sources = sourcesIn(scriptsOf('web/pages/indicators/indicator-page.tsx'));
  expect(sources.some((path) => path.includes('web/charts'))).toBe(true);
  expect(sources.some((path) => /node_modules\/d3/.test(path))).toBe(true);
});

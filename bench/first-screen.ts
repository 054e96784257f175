import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { synthesise } from '../infra/synthesise.ts';
import { demoNow, runJob } from '../local/job/run-job.ts';
import { startStack } from '../local/stack.ts';
import { launchBrowser } from '../test/journeys/browser.ts';
import { buildWeb } from '../tools/web/build-web.ts';
import { startFront } from './compressing-front.ts';
import type { Mark } from './groups.ts';

/** One visit of the first screen with nothing kept from before. */
type Visit = {
  /** From the start of the navigation until coverage and pillars are painted, and can be used. */
  seconds: number;
  /** What moved under the reader's eyes: the sum of layout shifts. */
  shift: number;
  /** Compressed bytes of script. */
  scriptBytes: number;
};

/** 1.6 Mbit/s down, 0.75 up, a round trip of 150 ms: a slow 3G as browsers' tools name it. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const slowerCpu = 4;
const leastVisits = 5;

/**
 * The first screen after the demonstration's freeze, on a slow phone and a slow network, before a front that compresses as
 * CloudFront does.
 */
export async function measureFirstScreen(folder: string, rounds: number): Promise<Mark[]> {
  const [{ directory }, web] = await Promise.all([
    synthesise({ outdir: join(folder, 'assembly'), settings: {} }),
    buildWeb(join(folder, 'web')),
  ]);
  const stack = await startStack({ assembly: directory, port: 0, now: demoNow, web: web.directory });
  const [front, browser] = [await startFront(stack.url), await launchBrowser()];
  try {
    await runJob(stack.url, () => {});
    // The first visit starts the functions; every one after it finds them warm.
    await visit(browser, front.url);
    const visits: Visit[] = [];
    for (let round = 0; round < Math.max(rounds, leastVisits); round += 1) {
      visits.push(await visit(browser, front.url));
    }
    for (const { seconds, shift, scriptBytes } of visits) {
      process.stderr.write(
        `  ${seconds.toFixed(2)} s, layout shift ${shift.toFixed(3)}, script ${scriptBytes} byte\n`,
      );
    }
    const median = (of: keyof Visit) =>
      visits.map((each) => each[of]).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? 0;
    return [
      { name: 'First screen, 4× slower CPU and 1.6 Mbit/s, in seconds', ratio: median('seconds'), mark: 2 },
      {
        name: 'First screen, compressed script in kB',
        ratio: median('scriptBytes') / 1000,
        mark: 150,
      },
      { name: 'First screen, layout shift', ratio: median('shift'), mark: 0.05 },
    ];
  } finally {
    await browser.close();
    await front.stop();
    await stack.stop();
  }
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const debuggerOf = await context.newCDPSession(page);
  await debuggerOf.send('Network.enable');
  await debuggerOf.send('Network.setCacheDisabled', { cacheDisabled: true });
  await debuggerOf.send('Network.emulateNetworkConditions', network);
  await debuggerOf.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
  let scriptBytes = 0;
  const scripts = new Set<string>();
  debuggerOf.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  debuggerOf.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript(watchInPage);
  await page.goto(url, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(() => (globalThis as unknown as Watched).shownAt, null, {
    timeout: 60_000,
  });
  const milliseconds = (await shown.jsonValue()) as number;
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(() => (globalThis as unknown as Watched).shift);
  await context.close();
  return { seconds: milliseconds / 1000, shift, scriptBytes };
}

type Watched = { shownAt: number | undefined; shift: number };

/** Runs in the page: notes when coverage and pillars are painted, and what moves. */
function watchInPage(): void {
  const watched = globalThis as unknown as Watched;
  watched.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) watched.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const isShown =
      document.querySelector('section[aria-labelledby="bao-cao"] .big-figure') !== null &&
      document.querySelector('section[aria-labelledby="tru-cot"] .card') !== null;
    // A frame after the next one, what was put into the page has been painted.
    if (isShown) requestAnimationFrame(() => setTimeout(() => (watched.shownAt ??= performance.now())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

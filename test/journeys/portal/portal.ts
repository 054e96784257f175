import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { runJob } from '../../../local/job/run-job.ts';
import type { Stack, StackOptions } from '../../../local/stack.ts';
import { sessionKey } from '../../../web/app/session.ts';
import { startService } from '../../integration/service.ts';
import { launchBrowser } from '../browser.ts';

/** The built portal on the local stack, and a real browser before it. */
export type Portal = {
  stack: Stack;
  browser: Browser;
  /** What went wrong in any page: blocked resources, script errors. Empty at the end of a test. */
  faults: string[];
  open: (path: string, as?: Opened) => Promise<Page>;
  stop: () => Promise<void>;
};

/** The origin that the test's templates were made for; the stack puts its own address there. */
const portalOrigin = 'http://127.0.0.1:4800';

export type Person = { subject: string; unit?: string; roles: string[] };
export type Opened = {
  who?: Person;
  language?: 'vi' | 'en';
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
};

export const people = {
  reporter: { subject: 'bao-cao-52', unit: 'province:52@2025', roles: ['reporter'] },
  approver: { subject: 'phe-duyet-52', unit: 'province:52@2025', roles: ['approver'] },
  member: { subject: 'thanh-vien', roles: ['member'] },
  analyst: { subject: 'phan-tich', roles: ['analyst'] },
  secretariat: { subject: 'ban-thu-ky', roles: ['secretariat'] },
  /** An approver before the second factor: signed in, of a unit, and no role counts yet. */
  withoutRoles: { subject: 'phe-duyet-moi', unit: 'province:52@2025', roles: [] },
} satisfies Record<string, Person>;

/**
 * @param options.withDemo also does the main job: 34 reports, the freeze of the constructed meeting, its briefing
 */
export async function startPortal(
  options: Partial<StackOptions> & { withDemo?: boolean } = {},
): Promise<Portal> {
  const web = fileURLToPath(new URL('../../../build/test-web', import.meta.url));
  const { withDemo = false, ...rest } = options;
  const [stack, browser] = await Promise.all([startService({ web, portalOrigin, ...rest }), launchBrowser()]);
  if (withDemo) await runJob(stack.url, () => {});
  const faults: string[] = [];
  return {
    stack,
    browser,
    faults,
    open: async (path, as = {}) => {
      const context = await newContext(browser, stack, as);
      const page = await context.newPage();
      watch(page, faults);
      await page.goto(`${stack.url}${path}`);
      await settled(page);
      return page;
    },
    stop: async () => {
      await browser.close();
      await stack.stop();
    },
  };
}

/** A browser of one person: signed in by a token in the tab's storage, as signing in would leave it. */
async function newContext(browser: Browser, stack: Stack, as: Opened): Promise<BrowserContext> {
  const { who, language = 'vi', scheme = 'light', width = 1280, height = 800 } = as;
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height } });
  await context.addInitScript((chosen) => {
    // A tab that another one opens is empty at first, and has no place to keep anything.
    if (origin !== 'null') localStorage.setItem('diem-cau:language', chosen);
  }, language);
  if (who !== undefined) {
    const kept = JSON.stringify({ idToken: await stack.mintToken(who) });
    await context.addInitScript(
      ({ key, kept }) => {
        if (origin === 'null') return;
        // Only at the first page: signing out, or the end of a session, stays so.
        if (sessionStorage.getItem('test:signed-in') === null) sessionStorage.setItem(key, kept);
        sessionStorage.setItem('test:signed-in', 'yes');
      },
      { key: sessionKey, kept },
    );
  }
  return context;
}

/** What each page that is watched has asked of the API and is not answered yet. */
const unanswered = new WeakMap<Page, Set<Request>>();

/** Collects what goes wrong, and at which address: each is a fault until the test forgives it. Follows what it asks, for `settled`. */
export function watch(page: Page, faults: string[]): void {
  followAsked(page);
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
}

function followAsked(page: Page): void {
  const asked = new Set<Request>();
  unanswered.set(page, asked);
  page.on('request', (request) => {
    if (request.isNavigationRequest()) asked.clear();
    if (new URL(request.url()).pathname.startsWith('/v1/')) asked.add(request);
  });
  const end = (request: Request) => void asked.delete(request);
  page.on('requestfinished', end);
  page.on('requestfailed', end);
}

/** The browser names in its console what a test did on purpose: exactly that is struck out, and must be there. */
export function forgive({ faults }: Portal, fault: RegExp): void {
  expect(faults.filter((one) => fault.test(one))).not.toEqual([]);
  faults.splice(0, faults.length, ...faults.filter((one) => !fault.test(one)));
}

/** So many times a page may ask for more when it was answered. */
const mostRounds = 20;

/**
 * The page shows its heading, nothing is loading any more, and nothing is on its way that would say a code in words, or
 * add a sentence, when it comes.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1', { timeout: 20_000 });
  for (let round = 0; round < mostRounds; round += 1) {
    await page.waitForFunction(() => document.querySelector('.loading') === null);
    const asked = [...(unanswered.get(page) ?? [])];
    // What was answered in the round before is drawn, and asked for nothing more.
    if (round > 0 && asked.length === 0) return;
    await Promise.all(asked.map(async (request) => (await request.response())?.finished()));
    await drawn(page);
  }
  throw new Error(`${page.url()} still asks for more`);
}

/** What has come, and what follows from it, is on the screen: the frame after the next. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(() => shown(true)))),
  );
}

import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
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
 * @param options.shown as for `watch`
 */
export async function startPortal(
  options: Partial<StackOptions> & { withDemo?: boolean; shown?: RegExp | null } = {},
): Promise<Portal> {
  const web = fileURLToPath(new URL('../../../build/test-web', import.meta.url));
  const { withDemo = false, shown = shownStatus, ...rest } = options;
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
      watch(page, faults, shown);
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
  await context.addInitScript((chosen) => localStorage.setItem('diem-cau:language', chosen), language);
  if (who !== undefined) {
    const kept = JSON.stringify({ idToken: await stack.mintToken(who) });
    await context.addInitScript(
      ({ key, kept }) => {
        // Only at the first page: signing out, or the end of a session, stays so.
        if (sessionStorage.getItem('test:signed-in') === null) sessionStorage.setItem(key, kept);
        sessionStorage.setItem('test:signed-in', 'yes');
      },
      { key: sessionKey, kept },
    );
  }
  return context;
}

/** A status that pages show themselves: 404 is often that nothing is there yet. */
const shownStatus = /status of 40[1349]/;

/**
 * Collects what goes wrong, and at which address.
 * @param shown what the page itself shows and is no fault of it; null: each is, until the test forgives it
 */
export function watch(page: Page, faults: string[], shown: RegExp | null = shownStatus): void {
  page.on('console', (message) => {
    if (message.type() !== 'error' || shown?.test(message.text())) return;
    faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
}

/** The browser names in its console what a test did on purpose: exactly that is struck out, and must be there. */
export function forgive({ faults }: Portal, fault: RegExp): void {
  expect(faults.filter((one) => fault.test(one))).not.toEqual([]);
  faults.splice(0, faults.length, ...faults.filter((one) => !fault.test(one)));
}

/** The page shows its heading and nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1', { timeout: 20_000 });
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}

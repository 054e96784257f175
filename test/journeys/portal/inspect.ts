import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The part of axe's answer that is read. */
type Axe = {
  run: (
    context: unknown,
    options: unknown,
  ) => Promise<{
    violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
};

/**
 * What axe-core finds against WCAG 2.2 A and AA and its best practices, one line each; empty when all is well.
 * The page's policy lets no script in but the portal's: axe comes through the debugger, past it.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(axePath, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help} · ${html.slice(0, 160)} · ${failureSummary}`),
    );
  });
}

/** What sticks out to the right of the screen, one line each; wide tables scroll in themselves and are no fault. */
export async function overflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, width: own } = element.getBoundingClientRect();
      return own > 0 && right > width + 1 && element.closest('.table') === null;
    });
    const named = wide.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`${document.documentElement.scrollWidth} > ${width}: ${named.slice(0, 5).join(', ')}`];
  });
}

/**
 * Every control that the Tab key reaches from the top of the page, in order: what it is and what it is called.
 * A control without a visible focus is marked `(no focus ring)`.
 */
export async function tabStops(page: Page, most = 200): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: string[] = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const style = getComputedStyle(at);
      const ring = style.outlineStyle !== 'none' && style.outlineWidth !== '0px' ? '' : ' (no focus ring)';
      const name = at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 60) ?? '';
      return `${at.tagName.toLowerCase()} ${at.id || name}${ring}`;
    });
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

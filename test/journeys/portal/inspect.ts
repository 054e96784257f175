import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { drawn } from './portal.ts';

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
  // What is drawn to the width is drawn again in the frame after.
  await drawn(page);
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
 * What only machines read and the page shows to people, one line each: ids of units and meetings, codes of periods,
 * moments as the API has them, and the engine's own signs. What is marked as code, quoted from a file, or a file's name, is no fault.
 */
export async function machineTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const machine =
      /(province|ministry|commune|ward):\w|(^|[^-\w])(ubqg|bcdcp)-\d|\b(19|20)\d\d-(Q[1-4]|M\d\d|H[12]|9M)\b|\d{4}-\d\d-\d\dT\d\d|≠/i;
    const texts = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      if (machine.test(text) && node.parentElement?.closest('code, q, textarea, [translate=no]') === null)
        found.push(text.trim());
    }
    return found;
  });
}

/** In which ways every page is looked at. */
export const looks = [
  ['vi', 'light'],
  ['vi', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const;

/** What is wrong with the page as it stands: what axe finds, what only machines read, and what sticks out on a phone, at 200 % and on a desk. */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults = [...(await axeFaults(page)), ...(await machineTexts(page))];
  for (const width of [360, 640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    faults.push(...(await overflowFaults(page)));
  }
  return faults;
}

/** Where the page keeps what Tab has reached, for `unreachedControls`. */
type Reached = { tabReached: Set<Element> };

/**
 * Every control that the Tab key reaches from the top of the page, in order: what it is and what it is called.
 * A control without a visible focus is marked `(no focus ring)`.
 */
export async function tabStops(page: Page, most = 1000): Promise<string[]> {
  await page.evaluate(() => {
    // A focus that is only taken away leaves its place behind, and Tab would go on from there.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    (globalThis as unknown as Reached).tabReached = new Set();
  });
  const stops: string[] = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      (globalThis as unknown as Reached).tabReached.add(at);
      const style = getComputedStyle(at);
      const ring = style.outlineStyle !== 'none' && style.outlineWidth !== '0px' ? '' : ' (no focus ring)';
      const name = at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 60) ?? '';
      return `${at.tagName.toLowerCase()} ${at.id || name}${ring}`;
    });
    if (stop === null) break;
    stops.push(stop);
  }
  // A date field is several stops, of which the button of its calendar draws the browser's own ring inside the field.
  const ringless = ' (no focus ring)';
  return stops.filter((stop) => !stop.endsWith(ringless) || !stops.includes(stop.slice(0, -ringless.length)));
}

/**
 * What can be used in the page's main part by a pointer, and was not among the last `tabStops`, one line each. Held
 * against them is every visible, enabled link, button, field, `summary` and element with `tabindex="0"`; of radio
 * buttons of one name one is enough, and of a composite widget (tabs, toolbar, listbox, …) one of its parts. What is
 * none of these and only listens to clicks is not seen here: such a thing has no role either.
 */
export async function unreachedControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { tabReached } = globalThis as unknown as Reached;
    const used = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const composite =
      '[role=tablist], [role=toolbar], [role=listbox], [role=radiogroup], [role=grid], [role=menu]';
    const isThere = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [type=hidden]');
    const isOneOf = (element: Element) => {
      const widget = element.closest(composite);
      if (widget !== null && [...tabReached].some((each) => widget.contains(each))) return true;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return false;
      const { name, form } = element;
      return [...tabReached].some(
        (each) =>
          each instanceof HTMLInputElement &&
          each.type === 'radio' &&
          each.name === name &&
          each.form === form,
      );
    };
    return [...document.querySelectorAll(`main :is(${used})`)]
      .filter((element) => isThere(element) && !tabReached.has(element) && !isOneOf(element))
      .map((element) => element.outerHTML.slice(0, 160));
  });
}

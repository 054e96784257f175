import type { Locator, Page } from 'playwright-core';

/** So many times Tab is pressed at most: a page of all units has some three hundred controls. */
const mostPresses = 400;

/**
 * Presses Tab until the focus is on what is meant, once that is drawn; a control that the keyboard does not reach fails.
 * @param meant a selector, or a locator; of several controls the first that is reached
 */
export async function tabTo(page: Page, meant: string | Locator): Promise<void> {
  const place = typeof meant === 'string' ? page.locator(meant) : meant;
  await place.first().waitFor();
  for (let pressed = 0; pressed < mostPresses; pressed += 1) {
    if (await place.evaluateAll((all) => all.some((each) => each === document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${meant}`);
}

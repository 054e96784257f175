import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** A real browser, from a package: nothing is downloaded. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // Without the two, the package's browser ends with its first page.
    args: chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
    headless: true,
    // Without a locale of Unicode the browser calls every download with Vietnamese letters “download”.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}

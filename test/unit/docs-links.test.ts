import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

/** Every page and picture that the documentation links to is there. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Relative targets of links and pictures, without what stands behind `#`. */
function targetsIn(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] as string);
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => target.split('#')[0] as string);
}

test('there are pages, and a broken link is seen', () => {
  expect(pages.length).toBeGreaterThan(40);
  expect(targetsIn('[a](b.md#c) ![d](images/e.png) [f](https://x.vn) [g](#h)')).toEqual([
    'b.md',
    'images/e.png',
  ]);
});

test.each(pages)('%s links to what is there', (page) => {
  const targets = targetsIn(readFileSync(join(root, page), 'utf8'));
  expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});

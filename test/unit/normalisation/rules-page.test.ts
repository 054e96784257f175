import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allRules } from '../../../shared/normalisation/rules/rule-states.ts';
import { rulesPage } from '../../../tools/docs/rules-page.ts';

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

test('the page is what the rules make: `npm run docs:rules`', () => {
  expect(page).toBe(rulesPage());
});

test('each rule has its heading and its sentences, once', () => {
  const headings = [...page.matchAll(/^## (\S+)$/gm)].map(([, code]) => code);
  expect(headings).toEqual(allRules.map(({ code }) => code));
  for (const { sentence } of allRules) {
    expect(page.split(sentence.vi)).toHaveLength(2);
    expect(page.split(sentence.en)).toHaveLength(2);
  }
});

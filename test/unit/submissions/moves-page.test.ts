import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { moves, states } from '../../../shared/submissions/moves.ts';
import { submissionMovesPage } from '../../../tools/docs/submission-moves-page.ts';

const page = readFileSync(new URL('../../../docs/submission-moves.md', import.meta.url), 'utf8');

test('the page is what the table makes: `npm run docs:moves`', () => {
  expect(page).toBe(submissionMovesPage());
});

test('the diagram draws each move once, and nothing else', () => {
  const drawn = [...page.matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(([, from, to, move]) =>
    `${from} ${move} ${to}`.replaceAll('_', '-'),
  );
  const wanted = moves
    .filter(({ repeats }) => !repeats)
    .flatMap(({ from, move, to }) => to.map((next) => `${from} ${move} ${next}`));
  expect(drawn.sort()).toEqual(wanted.sort());
});

test('one row a pair, every state is reached, and none is stuck but the two that end', () => {
  const pairs = moves.map(({ from, move }) => `${from} ${move}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  const reached = new Set<string>(['opened', ...moves.flatMap(({ to }) => to)]);
  expect(states.filter((state) => !reached.has(state))).toEqual([]);
  const left = states.filter((state) => moves.every(({ from, to }) => from !== state || to.includes(state)));
  expect(left).toEqual(['superseded', 'withdrawn']);
});

/** How one case came out: as expected, asked where it need not be, or read as something else. */
export type Outcome = 'right' | 'asked' | 'wrong';

/** One reading of one case in one container; `got` and `expected` are in the writing of the case's list. */
export type Judged = {
  list: string;
  kind: string;
  name: string;
  container: string;
  expected: string;
  got: string;
  outcome: Outcome;
};

/**
 * A question where an answer was expected costs one; anything else that is not expected is a wrong guess and
 * costs ten: also an answer where a question was due.
 * @param expected several accepted readings are divided by ` or `
 */
export function judge(expected: string, got: string): Outcome {
  if (expected.split(' or ').includes(got)) return 'right';
  return got.startsWith('ask') ? 'asked' : 'wrong';
}

export const penalties: Readonly<Record<Outcome, number>> = { right: 0, asked: 1, wrong: 10 };

export type Tally = { kind: string; right: number; asked: number; wrong: number; penalty: number };

/** Counts by list and kind, in the order in which the kinds come. */
export function tallyOf(judged: readonly Judged[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { list, kind, outcome } of judged) {
    const name = `${list}: ${kind}`;
    const tally = tallies.get(name) ?? { kind: name, right: 0, asked: 0, wrong: 0, penalty: 0 };
    tally[outcome] += 1;
    tally.penalty += penalties[outcome];
    tallies.set(name, tally);
  }
  return [...tallies.values()];
}

import { describe, expect, test } from '@jest/globals';
import { states } from '../../../../shared/submissions/moves.ts';
import { nextStepOf } from '../../../../web/pages/report/next-step-of.ts';

describe('the next step of a report', () => {
  test.each([
    [undefined, 'check'],
    ['withdrawn', 'check'],
    ['opened', 'resume'],
    ['received', 'open'],
    ['returned', 'mend'],
    ['checked', 'open'],
    ['questioned', 'answer'],
    ['signed', 'open'],
    ['signed-questioned', 'answer'],
    ['superseded', 'open'],
  ] as const)('of who reports, at %s: %s', (state, expected) => {
    expect(nextStepOf(state, ['reporter'])).toBe(expected);
  });

  test('of who signs alone is to sign, or to look: nothing is sent or answered', () => {
    expect(nextStepOf(undefined, ['approver'])).toBeNull();
    const steps = Object.fromEntries(states.map((state) => [state, nextStepOf(state, ['approver'])]));
    expect(steps).toEqual({
      opened: null,
      received: 'open',
      returned: 'open',
      checked: 'sign',
      questioned: 'open',
      signed: 'open',
      'signed-questioned': 'open',
      superseded: 'open',
      withdrawn: null,
    });
  });

  test('of who does both is to sign what passed the check', () => {
    expect(nextStepOf('checked', ['reporter', 'approver'])).toBe('sign');
  });
});

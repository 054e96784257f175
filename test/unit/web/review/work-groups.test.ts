import { describe, expect, test } from '@jest/globals';
import type { WorkItem } from '../../../../shared/query/work-item.ts';
import { countsOf, groupsOf, shownItems } from '../../../../web/pages/review/work-groups.ts';

const item = (some: Partial<WorkItem>): WorkItem => ({
  unit: 'province:66@2025',
  code: '66',
  name: 'Tỉnh Đắk Lắk',
  state: 'none',
  since: null,
  stuck: false,
  submission: null,
  counts: null,
  question: null,
  answer: null,
  standing: null,
  punctuality: 'not-due',
  term: null,
  extendedTo: null,
  ...some,
});
const question = { number: 1, question: 'Vì sao?', cell: null, at: '2026-09-20T02:00:00.000Z' };
const answer = { to: 1, answer: 'Do gộp.', at: '2026-09-21T02:00:00.000Z' };
const standing = {
  version: 1,
  submission: 'a',
  signedAt: '2026-09-20T02:00:00.000Z',
  state: 'signed' as const,
  question: null,
  answer: null,
};

describe('the groups of a report', () => {
  test.each<[string, Partial<WorkItem>, string[]]>([
    ['nothing sent, not due', {}, []],
    ['nothing sent, overdue', { punctuality: 'missing' }, ['overdue']],
    ['returned and overdue', { state: 'returned', punctuality: 'missing' }, ['returned', 'overdue']],
    ['an open question', { state: 'questioned', question }, ['questioned']],
    [
      'signed with an open question',
      { state: 'signed-questioned', question, standing },
      ['questioned', 'signed'],
    ],
    ['answered before the signature', { state: 'answered', answer }, ['answered', 'unsigned']],
    ['one question answered, one open', { state: 'questioned', question, answer }, ['questioned']],
    ['withdrawn after an answer', { state: 'withdrawn', answer }, []],
    ['read for too long', { state: 'received', stuck: true }, ['stuck']],
    [
      'a version in force with an open question behind a file that was returned',
      { state: 'returned', standing: { ...standing, state: 'signed-questioned', question } },
      ['questioned', 'returned', 'signed'],
    ],
    [
      'a version in force whose question was answered, behind a file that was returned',
      { state: 'returned', standing: { ...standing, answer } },
      ['answered', 'returned', 'signed'],
    ],
    [
      'answered in the newest, open in the version in force',
      { state: 'answered', answer, standing: { ...standing, state: 'signed-questioned', question } },
      ['questioned', 'unsigned', 'signed'],
    ],
    ['late', { state: 'signed', standing, punctuality: 'late' }, ['late', 'signed']],
  ])('%s', (_what, some, groups) => {
    expect(groupsOf(item(some))).toEqual(groups);
  });

  test('are counted, a report in each of its groups', () => {
    const counts = countsOf([item({ state: 'answered', answer }), item({ state: 'checked' })]);
    expect([counts.unsigned, counts.answered, counts.stuck]).toEqual([2, 1, 0]);
  });
});

describe('what is shown', () => {
  const signed = item({ unit: 'a', code: '01', name: 'Thành phố Hà Nội', state: 'signed', standing });
  const asked = item({ unit: 'b', state: 'questioned', question });
  const none = item({ unit: 'c', code: '82', name: 'Tỉnh Đồng Tháp' });

  test('is the most urgent first, else the order of the list', () => {
    const shown = shownItems([signed, none, asked], { group: null, unit: '' });
    expect(shown.map(({ unit }) => unit)).toEqual(['b', 'a', 'c']);
  });

  test.each([
    ['dak lak', ['b']],
    ['ĐỒNG', ['c']],
    ['82', ['c']],
    ['  hà nội ', ['a']],
    ['khánh hoà', []],
  ])('finds a unit by %s', (unit, found) => {
    expect(shownItems([signed, none, asked], { group: null, unit }).map((each) => each.unit)).toEqual(found);
  });

  test('is of one group alone where it is asked for', () => {
    expect(shownItems([signed, none, asked], { group: 'questioned', unit: '' })).toEqual([asked]);
  });
});

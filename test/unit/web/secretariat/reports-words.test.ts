import { expect, test } from '@jest/globals';
import type { WorkItem } from '../../../../shared/query/work-item.ts';
import { byUrgency, isIn } from '../../../../web/pages/secretariat/reports-words.ts';

const standing = {
  version: 1,
  submission: 's',
  signedAt: '2026-09-20T02:00:00Z',
  state: 'signed' as const,
  question: null,
  answer: null,
};
const question = { number: 1, question: 'Vì sao?', cell: null, at: '2026-09-21T02:00:00Z' };
const item = (code: string, more: Partial<WorkItem>) =>
  ({
    code,
    state: 'signed',
    stuck: false,
    question: null,
    standing,
    extendedTo: null,
    punctuality: 'on-time',
    ...more,
  }) as WorkItem;

test('what holds a report up comes first, then the codes', () => {
  const items = [
    item('01', {}),
    item('04', { state: 'checked', standing: null }),
    item('08', { state: 'none', standing: null }),
    item('11', { state: 'returned' }),
    item('10', { state: 'returned' }),
    item('12', { state: 'received', stuck: true, standing: null }),
  ];
  expect(byUrgency(items).map(({ code }) => code)).toEqual(['12', '10', '11', '04', '08', '01']);
});

test('a group holds what it says and nothing else', () => {
  expect(isIn('waiting', item('01', { state: 'answered' }))).toBe(true);
  expect(isIn('waiting', item('01', {}))).toBe(false);
  expect(isIn('missing', item('01', { standing: null }))).toBe(true);
  expect(isIn('missing', item('01', {}))).toBe(false);
  expect(isIn('extended', item('01', { extendedTo: '2026-10-01' }))).toBe(true);
  expect(isIn('late', item('01', {}))).toBe(false);
});

test('a question that is open at the version in force counts, whatever was sent behind it', () => {
  const asked = { ...standing, state: 'signed-questioned' as const, question };
  expect(isIn('question', item('52', { state: 'returned', standing: asked }))).toBe(true);
  expect(isIn('question', item('52', { state: 'questioned', question, standing: null }))).toBe(true);
  expect(isIn('question', item('52', { state: 'returned' }))).toBe(false);
});

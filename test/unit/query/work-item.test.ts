import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../../shared/catalog/catalog.ts';
import type { Period } from '../../../shared/catalog/period.ts';
import { periodOf } from '../../../shared/catalog/period.ts';
import type { Form, Unit } from '../../../shared/catalog/schema.ts';
import { workItem } from '../../../shared/query/work-item.ts';
import { everStanding } from '../../../shared/submissions/placed.ts';
import { emptySlot, type Slot, withExtension, withSigned } from '../../../shared/submissions/slot.ts';
import { type Fact, submissionOf } from '../../../shared/submissions/submission.ts';

const form = catalog.forms.get('qd766') as Form;
const period = periodOf('2026-Q3') as Period;
const unit = catalog.units.get('province:82@2025') as Unit;
const key = { unit: unit.id, form: form.code, period: period.code };
const id = 'a'.repeat(32);
const counts = { observations: 21, errors: 0, warnings: 1, repairs: 0 };

const opened: Fact = {
  fact: 'opened',
  ...key,
  fileName: 'a.csv',
  bytes: 9,
  sha256: 'b'.repeat(64),
  contentType: 'text/csv',
  by: 'r',
  at: '2026-09-20T02:00:00.000Z',
};
const received: Fact = { fact: 'received', bytes: 9, versionId: null, at: '2026-09-20T02:01:00.000Z' };
const passed: Fact = {
  fact: 'verdict',
  verdict: 'passed-with-warnings',
  counts,
  warnings: ['jump'],
  pages: [],
  catalog: '2026.4',
  engine: '1',
};
const asked = (number: number): Fact => ({
  fact: 'question',
  number,
  question: `Hỏi ${number}`,
  cell: { sheet: null, cell: 'D11' },
  request: null,
  by: 'p',
  at: `2026-09-21T0${number}:00:00.000Z`,
});
const answered = (number: number): Fact => ({
  fact: 'answer',
  number,
  answer: `Đáp ${number}`,
  by: 'r',
  at: `2026-09-22T0${number}:00:00.000Z`,
});

const signed = withSigned(key, undefined, {
  submission: id,
  sha256: 'b'.repeat(64),
  receivedAt: '2026-09-20T02:01:00.000Z',
  signedAt: '2026-09-23T02:00:00.000Z',
  signedBy: 's',
  explanations: {},
  pages: [],
  why: null,
  nil: false,
  onBehalfOf: null,
});
const told = (facts: readonly Fact[], slot: Slot | undefined, at = '2026-09-24T02:00:00.000Z') => {
  const submission = submissionOf(id, facts, everStanding(slot));
  const inForce = slot?.standing?.submission === id ? submission : undefined;
  return workItem({ form, period }, { unit, slot, submission, inForce }, at);
};

describe('what a report waits for', () => {
  test('nothing was sent: the day is told, and nothing else', () => {
    // QĐ 766 is due on the 25th of the last month (NĐ 09/2019/NĐ-CP): Friday, 25 September 2026.
    expect(told([], undefined)).toEqual({
      unit: unit.id,
      code: '82',
      name: 'Tỉnh Đồng Tháp',
      state: 'none',
      since: null,
      stuck: false,
      submission: null,
      counts: null,
      question: null,
      answer: null,
      standing: null,
      punctuality: 'not-due',
      term: { due: '2026-09-25', daysLeft: 1 },
      extendedTo: null,
    });
  });

  test('behind its day it is missing, and not before the end of an extension', () => {
    const late = '2026-09-26T02:00:00.000Z';
    expect(told([], undefined, late)).toMatchObject({ punctuality: 'missing', term: { daysLeft: -1 } });
    const grant = { until: '2026-09-30', why: 'bão', by: 's', at: '2026-09-24T00:00:00.000Z' };
    expect(told([], withExtension(key, emptySlot(key), grant), late)).toMatchObject({
      punctuality: 'not-due',
      extendedTo: '2026-09-30',
      term: { due: '2026-09-30', daysLeft: 4 },
    });
  });

  test('the oldest open question is told, and the last answer', () => {
    const facts = [opened, received, passed, asked(1), asked(2), asked(3), answered(1)];
    expect(told(facts, undefined)).toMatchObject({
      state: 'questioned',
      since: '2026-09-22T01:00:00.000Z',
      counts,
      question: { number: 2, question: 'Hỏi 2', cell: { sheet: null, cell: 'D11' } },
      answer: { to: 1, answer: 'Đáp 1' },
    });
  });

  test('with every question answered it waits for the signature as answered', () => {
    const facts = [opened, received, passed, asked(1), answered(1)];
    expect(told(facts, undefined)).toMatchObject({ state: 'answered', question: null });
    expect(told([opened, received, passed], undefined)).toMatchObject({ state: 'checked' });
  });

  test('what stands is on time by its first version', () => {
    expect(told([opened, received, passed], signed, '2026-10-14T10:00:00.000Z')).toMatchObject({
      state: 'signed',
      since: '2026-09-23T02:00:00.000Z',
      standing: { version: 1, submission: id, state: 'signed', question: null },
      punctuality: 'on-time',
    });
  });

  test('a correction that was returned hides neither what stands nor what is asked of it', () => {
    const returned: Fact = { ...passed, verdict: 'returned', counts: { ...counts, errors: 2 } };
    const later = 'c'.repeat(32);
    const submission = submissionOf(later, [opened, received, returned], everStanding(signed));
    const inForce = submissionOf(id, [opened, received, passed, asked(1)], everStanding(signed));
    const item = workItem(
      { form, period },
      { unit, slot: signed, submission, inForce },
      '2026-09-24T02:00:00.000Z',
    );
    expect(item).toMatchObject({ state: 'returned', submission: later, question: null });
    expect(item.standing).toEqual({
      version: 1,
      submission: id,
      signedAt: '2026-09-23T02:00:00.000Z',
      state: 'signed-questioned',
      question: {
        number: 1,
        question: 'Hỏi 1',
        cell: { sheet: null, cell: 'D11' },
        at: '2026-09-21T01:00:00.000Z',
      },
      answer: null,
    });
  });

  // A file is read in half an hour, a ticket used in a day; whoever has to sign may take their time.
  test.each<[string, Fact[], string, boolean]>([
    ['a file is read for 30 minutes', [opened, received], '2026-09-20T02:31:00.000Z', false],
    ['and a second more', [opened, received], '2026-09-20T02:31:01.000Z', true],
    ['a ticket waits for a day', [opened], '2026-09-21T02:00:00.000Z', false],
    ['and a minute more', [opened], '2026-09-21T02:01:00.000Z', true],
    ['a signature is awaited for a month', [opened, received, passed], '2026-10-20T02:00:00.000Z', false],
  ])('%s', (_what, facts, at, stuck) => {
    expect(told(facts, undefined, at).stuck).toBe(stuck);
  });
});

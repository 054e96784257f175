import { describe, expect, test } from '@jest/globals';
import type { SubmissionView } from '../../../../shared/query/read-submission.ts';
import {
  isOnTime,
  newerThanStanding,
  standingReport,
  submissionToSee,
} from '../../../../web/pages/report/standing-report.ts';

type Sent = Pick<SubmissionView, 'id' | 'state' | 'standingVersion' | 'history' | 'receivedAt'>;

/** A submission of a slot in which version 1 stands; `signed`: when, by `by <id>`. */
function sent(id: string, state: Sent['state'], more: { received?: string; signed?: string } = {}): Sent {
  const { received = null, signed } = more;
  const history: Sent['history'] = signed ? [{ move: 'sign', by: `by ${id}`, at: signed, why: null }] : [];
  return { id, state, standingVersion: 1, receivedAt: received, history };
}

const standing = sent('a', 'signed', { received: '2026-09-20T02:00:00Z', signed: '2026-09-21T02:00:00Z' });

describe('while a version is in force', () => {
  test('it is told with its signature, whatever was sent since', () => {
    const told = {
      version: 1,
      submission: 'a',
      isQuestioned: false,
      signed: { at: '2026-09-21T02:00:00Z', by: 'by a' },
    };
    for (const state of ['opened', 'received', 'returned', 'checked', 'questioned'] as const) {
      expect(standingReport([sent('b', state), standing])).toEqual(told);
    }
  });

  test('its signature is not made up where it is not among what was told', () => {
    expect(standingReport([sent('b', 'returned')])).toEqual({
      version: 1,
      submission: null,
      isQuestioned: false,
      signed: null,
    });
  });

  test('what was sent since is told, but not what was withdrawn, replaced or is in force itself', () => {
    const of = (...items: Sent[]) => newerThanStanding(items, { submission: 'a' })?.id ?? null;
    expect(of(sent('b', 'returned'), standing)).toBe('b');
    expect(of(sent('c', 'withdrawn'), sent('b', 'checked'), standing)).toBe('b');
    expect([of(sent('b', 'withdrawn'), standing), of(sent('b', 'superseded'), standing)]).toEqual([
      null,
      null,
    ]);
    expect(of(standing)).toBeNull();
  });

  test('the reader is led to what waits, else to what is in force', () => {
    expect(submissionToSee([sent('b', 'checked'), standing])?.id).toBe('b');
    expect(submissionToSee([sent('b', 'withdrawn'), standing])?.id).toBe('a');
  });
});

test('with nothing in force there is nothing to tell first', () => {
  const returned = { ...sent('b', 'returned'), standingVersion: 0 };
  expect([standingReport([returned]), standingReport([])]).toEqual([null, null]);
  expect([submissionToSee([returned])?.id, submissionToSee([])]).toEqual(['b', undefined]);
});

describe('what is in force is on time', () => {
  // The 25th is over at 17:00 UTC, midnight in Viet Nam.
  const first = (received: string, state: Sent['state'] = 'superseded') =>
    sent('a', state, { received, signed: '2026-09-26T02:00:00Z' });
  const second = sent('b', 'signed', { received: '2026-09-28T02:00:00Z', signed: '2026-09-28T03:00:00Z' });

  test('by its first version, which a revision after the day does not make late', () => {
    expect(isOnTime([second, first('2026-09-25T16:59:59Z')], '2026-09-25')).toBe(true);
    expect(isOnTime([second, first('2026-09-25T17:00:00Z')], '2026-09-25')).toBe(false);
  });

  test('but not by a version that was withdrawn', () => {
    expect(isOnTime([second, first('2026-09-20T02:00:00Z', 'withdrawn')], '2026-09-25')).toBe(false);
    expect(isOnTime([second, first('2026-09-20T02:00:00Z', 'withdrawn')], '2026-09-28')).toBe(true);
  });

  test('and neither that nor late where no day is set, or nothing is in force', () => {
    expect(isOnTime([standing], null)).toBeNull();
    expect(isOnTime([{ ...standing, state: 'withdrawn', standingVersion: 0 }], '2026-09-25')).toBeNull();
  });
});

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '../../local/stack.ts';
import { slotKey } from '../../shared/aws/keys.ts';
import { submissionTable } from '../../shared/aws/submission-table.ts';
import { Table } from '../../shared/aws/table.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import { onlyCatalog } from '../../shared/catalog/catalogs.ts';
import { Refusal } from '../../shared/refusal.ts';
import { attachEvidence } from '../../shared/submissions/attach-evidence.ts';
import { findSubmission } from '../../shared/submissions/find-submission.ts';
import { type MoveName, moveNames, moves, type State, states } from '../../shared/submissions/moves.ts';
import { openSubmission } from '../../shared/submissions/open-submission.ts';
import { answerQuestion, returnSubmission } from '../../shared/submissions/question-submission.ts';
import { receiveSubmission, recordVerdict } from '../../shared/submissions/receive-submission.ts';
import type { Identity } from '../../shared/submissions/rights.ts';
import { signSubmission } from '../../shared/submissions/sign-submission.ts';
import { standingVersion } from '../../shared/submissions/slot.ts';
import type { SubmissionStore } from '../../shared/submissions/store.ts';
import type { Submission } from '../../shared/submissions/submission.ts';
import { withdrawSubmission } from '../../shared/submissions/withdraw-submission.ts';
import { startService, tableContent } from './service.ts';

/**
 * Every pair of state and move, and every pair of move and person, on a real table: a submission is brought
 * into the state by the verbs, the move is tried, and what the table of moves says must be what happened.
 */

const unit = 'province:82@2025';
/** A file of its own for each submission: what stands is not signed again. */
const sha256Of = (id: string) => id.padStart(64, 'a');
const sha256 = sha256Of('');
const at = '2026-09-22T02:00:00.000Z';
const person = (subject: string, roles: Identity['roles'], own: string | null = unit): Identity => ({
  subject,
  roles,
  unit: own,
});
const reporter = person('reporter', ['reporter']);
const approver = person('approver', ['approver']);
const analyst = person('analyst', ['analyst'], null);
const secretariat = person('secretariat', ['secretariat'], null);
const otherApprover = person('other', ['reporter', 'approver'], 'province:14@2008');

let stack: Stack;
let submissions: SubmissionStore;
let table: Table;
const asked: string[] = [];
const askAggregation = async ({ form, period }: { form: string; period: string }) => {
  asked.push(`${form}/${period}`);
};
const ticket = {
  method: 'PUT' as const,
  url: 'https://uploads.example/',
  headers: {},
  expiresAt: '2026-09-22T02:15:00.000Z',
};
// Signing a URL is tested with the bucket that must honour it; here nothing is put.
const signing = { signPut: async () => ticket, signEvidence: async () => ticket };
const parts = () => ({ catalog, catalogs: onlyCatalog(catalog), submissions, askAggregation, ...signing });

beforeAll(async () => {
  stack = await startService();
  const { region, accessKeyId, secretAccessKey, endpoints } = stack.aws;
  const client = new DynamoDBClient({
    region,
    endpoint: endpoints.dynamodb,
    credentials: { accessKeyId, secretAccessKey },
  });
  table = new Table(client, stack.resources.list('AWS::DynamoDB::Table')[0]?.physicalId as string);
  submissions = submissionTable(table);
}, 60_000);
afterAll(() => stack.stop());

/** The form is asked from 2026-Q3 on. */
let made = 3;
/** Each submission has a period of its own, so that no slot is shared between two pairs. */
function nextPlace(): { id: string; period: string } {
  const number = made++;
  return {
    id: number.toString(16).padStart(32, '0'),
    period: `20${26 + Math.ceil(number / 4)}-Q${(number % 4) + 1}`,
  };
}

async function open(id: string, period: string): Promise<void> {
  const request = {
    unit,
    form: 'qd766',
    period,
    fileName: 'a.csv',
    bytes: 1,
    sha256: sha256Of(id),
    contentType: 'text/csv',
  };
  await openSubmission({ id, who: reporter, at: '2099-01-01T00:00:00.000Z', request }, parts());
}

async function of(id: string): Promise<{ submission: Submission; replaces: number }> {
  const found = await findSubmission(id, submissions);
  if (!found) throw new Error('nothing was opened');
  return { submission: found.submission, replaces: standingVersion(found.slot) };
}

const verdict = (word: 'passed' | 'returned') => ({
  verdict: word,
  counts: { observations: 0, errors: word === 'returned' ? 1 : 0, warnings: 0, repairs: 0 },
  warnings: [],
  pages: [],
  catalog: catalog.version,
  engine: 'test',
});

/** Tries a move; answers whether the service let it happen, or had to repeat an answer. */
type Try = (id: string, period: string, who?: Identity) => Promise<string>;
const tries: Record<MoveName, Try> = {
  receive: async (id) =>
    receiveSubmission((await of(id)).submission, { bytes: 1, versionId: null, at }, submissions),
  pass: (id) => recordVerdict(id, verdict('passed'), submissions),
  reject: (id) => recordVerdict(id, verdict('returned'), submissions),
  return: async (id, _period, who = analyst) =>
    (await returnSubmission({ id, who, at, question: 'Vì sao?', cell: null, request: null }, parts())).word,
  answer: async (id, _period, who = reporter) => {
    const open = (await of(id)).submission.questions.find(({ answered }) => !answered);
    return (await answerQuestion({ id, who, at, to: open?.number ?? 1, answer: 'Vì thế.' }, parts())).word;
  },
  attach: async (id, _period, who = reporter) =>
    (await attachEvidence({ id, who, at, dispatch: '1/BC', file: null, request: null }, parts())).word,
  sign: async (id, _period, who = approver) => {
    const { replaces } = await of(id);
    const why = 'Rà soát lại số liệu.';
    const request = { sha256: sha256Of(id), explanations: {}, replaces, why };
    return (await signSubmission({ id, who, at, request }, parts())).word;
  },
  withdraw: async (id, _period, who = approver) =>
    (await withdrawSubmission({ id, who, at, why: 'sai' }, parts())).word,
  supersede: async (_id, period) => {
    const newer = nextPlace().id;
    await bring(newer, period, ['receive', 'pass', 'sign']);
    return 'signed';
  },
};

async function bring(id: string, period: string, path: readonly MoveName[]): Promise<void> {
  await open(id, period);
  for (const move of path) await tries[move](id, period);
}

const ways: Record<State, readonly MoveName[]> = {
  opened: [],
  received: ['receive'],
  returned: ['receive', 'reject'],
  checked: ['receive', 'pass'],
  questioned: ['receive', 'pass', 'return'],
  signed: ['receive', 'pass', 'sign'],
  'signed-questioned': ['receive', 'pass', 'sign', 'return'],
  superseded: ['receive', 'pass', 'sign', 'supersede'],
  withdrawn: ['receive', 'pass', 'sign', 'withdraw'],
};

async function inState(state: State): Promise<{ id: string; period: string }> {
  const place = nextPlace();
  await bring(place.id, place.period, ways[state]);
  expect((await of(place.id)).submission.state).toBe(state);
  return place;
}

/** What a move ended in: the code of its refusal, or the word of the verb. */
async function outcome(move: Promise<string>): Promise<{ refused: boolean; word: string }> {
  try {
    const word = await move;
    return { refused: word === 'already-recorded', word };
  } catch (error) {
    if (error instanceof Refusal) return { refused: true, word: error.code };
    throw error;
  }
}

const pairs = states.flatMap((state) => moveNames.map((move) => [state, move] as const));

describe('every pair of state and move', () => {
  test.each(pairs)('%s × %s', async (state, move) => {
    const { id, period } = await inState(state);
    const row = moves.find((one) => one.from === state && one.move === move);
    const before = await tableContent(stack);
    const { refused, word } = await outcome(tries[move](id, period));
    const after = await tableContent(stack);
    const now = (await of(id)).submission.state;
    if (move === 'supersede') {
      // Nobody asks for it: another submission of the slot is signed, and this one's state moves or stays.
      expect(now).toBe(row ? row.to[0] : state);
      return;
    }
    expect([word, refused]).toEqual([word, row === undefined]);
    expect(now).toBe(row ? row.to[0] : state);
    if (!row || row.repeats) expect(after).toBe(before);
    else expect(after).not.toBe(before);
  });

  test('a submission is answered as still questioned while another question is open', async () => {
    for (const [from, state] of [
      ['checked', 'questioned'],
      ['signed', 'signed-questioned'],
    ] as const) {
      const { id, period } = await inState(from);
      await tries.return(id, period);
      await tries.return(id, period);
      await tries.answer(id, period);
      const row = moves.find((one) => one.from === state && one.move === 'answer');
      expect((await of(id)).submission.state).toBe(row?.to[1]);
      await tries.answer(id, period);
      expect((await of(id)).submission.state).toBe(row?.to[0]);
    }
  });
});

describe('every move and every person', () => {
  const people = { reporter, approver, analyst, secretariat, otherApprover };
  const asks = moves.filter(({ who, repeats }) => who !== 'service' && !repeats);
  const cases = asks.flatMap((row) =>
    Object.entries(people).map(([name, who]) => [row.from, row.move, name, who] as const),
  );

  test.each(cases)('%s × %s by %s', async (state, move, name, who) => {
    const row = asks.find((one) => one.from === state && one.move === move);
    const mover = row?.who as { roles: readonly string[]; unit: 'own' | 'any' };
    const may = mover.roles.some((role) => (who.roles as readonly string[]).includes(role));
    const allowed = may && (mover.unit === 'any' || who.unit === unit);
    const { id, period } = await inState(state);
    const before = await tableContent(stack);
    const { refused, word } = await outcome(tries[move](id, period, who));
    expect([word, refused]).toEqual([word, !allowed]);
    if (allowed) return;
    expect(word).toBe(name === 'otherApprover' ? 'not-found' : 'not-allowed');
    expect(await tableContent(stack)).toBe(before);
  });
});

test('a slot kept before withdrawals were known is signed on, and refuses who read it too early', async () => {
  const { id, period } = await inState('checked');
  const key = { unit, form: 'qd766', period };
  const old = {
    version: 2,
    submission: 'f'.repeat(32),
    sha256,
    receivedAt: at,
    signedAt: at,
    signedBy: 'somebody',
    explanations: {},
  };
  const stored = { schema: 'slot/1', key, standing: old, history: [{ ...old, version: 1 }] };
  await table.put(slotKey(key), { slot: { S: JSON.stringify(stored) }, version: { N: '2' } });
  const read = await submissions.slot(key);
  expect(await tries.sign(id, period)).toBe('signed');
  const now = await submissions.slot(key);
  expect(now).toMatchObject({ schema: 'slot/3', revision: 3, standing: { version: 3, submission: id } });
  const later = { why: null, nil: false, onBehalfOf: null };
  expect(now?.history).toEqual(stored.history.concat(old).map((version) => ({ ...version, ...later })));
  expect(await submissions.moveSlot({ ...read, revision: 3 } as NonNullable<typeof read>)).toBe(
    'somebody-was-first',
  );
});

describe('a write that was applied and whose answer was lost', () => {
  /** Each write is applied, and then repeated as the SDK would, which finds it there. */
  const lossy = (sure: SubmissionStore): SubmissionStore => ({
    ...sure,
    append: async (id, fact) => {
      await sure.append(id, fact);
      return sure.append(id, fact);
    },
    moveSlot: async (next) => {
      await sure.moveSlot(next);
      return sure.moveSlot(next);
    },
  });

  test.each([
    ['return', 'checked'],
    ['answer', 'questioned'],
    ['attach', 'checked'],
    ['withdraw', 'signed'],
  ] as const)('%s succeeds once', async (move, state) => {
    const { id, period } = await inState(state);
    const sure = submissions;
    submissions = lossy(sure);
    try {
      expect((await outcome(tries[move](id, period))).refused).toBe(false);
    } finally {
      submissions = sure;
    }
    const { submission } = await of(id);
    expect(submission.state).toBe(moves.find((one) => one.from === state && one.move === move)?.to[0]);
    const { questions, attachments } = submission;
    expect([questions.length, attachments.length]).toEqual([
      move === 'return' || move === 'answer' ? 1 : 0,
      move === 'attach' ? 1 : 0,
    ]);
  });

  test('is not mistaken for another that took the number or the slot meanwhile', async () => {
    const { id, period } = await inState('checked');
    const sure = submissions;
    const overtaken = async <T>(other: MoveName, then: () => Promise<T>) => {
      submissions = sure;
      await tries[other](id, period);
      return then();
    };
    submissions = { ...sure, append: (to, fact) => overtaken('return', () => sure.append(to, fact)) };
    const another = { id, who: analyst, at, question: 'Khác?', cell: null, request: null };
    expect(await outcome(returnSubmission(another, parts()).then(({ word }) => word))).toEqual({
      refused: true,
      word: 'somebody-was-first',
    });
    await tries.answer(id, period);
    submissions = { ...sure, moveSlot: (next) => overtaken('sign', () => sure.moveSlot(next)) };
    expect(await outcome(tries.withdraw(id, period))).toEqual({ refused: true, word: 'somebody-was-first' });
    expect((await of(id)).submission.state).toBe('signed');
  });
});

test('what changes the standing version asks for its period to be aggregated, also when repeated', async () => {
  const { id, period } = await inState('signed');
  for (const move of ['sign', 'withdraw', 'withdraw'] as const) {
    asked.length = 0;
    await tries[move](id, period);
    expect(asked).toEqual([`qd766/${period}`]);
  }
});

test('a hundred questions, and not one more', async () => {
  const { id, period } = await inState('checked');
  for (let number = 1; number <= 100; number += 1) await tries.return(id, period);
  expect(await outcome(tries.return(id, period))).toEqual({ refused: true, word: 'too-many' });
  expect((await of(id)).submission.questions.map(({ number }) => number)).toEqual(
    Array.from({ length: 100 }, (_, index) => index + 1),
  );
}, 30_000);

test('the engine leaves alone what was withdrawn before it had read it', async () => {
  const { id, period } = await inState('received');
  await tries.withdraw(id, period, reporter);
  expect(await tries.pass(id, period)).toBe('already-recorded');
  expect((await of(id)).submission.state).toBe('withdrawn');
});

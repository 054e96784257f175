import { Refusal } from '../refusal.ts';
import { appendNumbered } from './append-numbered.ts';
import { submissionAndSlot } from './find-submission.ts';
import { requireMove } from './moves.ts';
import { behalfIn, type Identity } from './rights.ts';
import type { SubmissionStore } from './store.ts';
import type { Answer, Question } from './submission.ts';

type Parts = { submissions: SubmissionStore };
type By = { id: string; who: Identity; at: string };

/**
 * An analyst returns a submission with a question: it cannot be signed until the reporter has answered. (A
 * signature that is being written at that very moment stands, and the question is then one about what stands.)
 * Asking again under the same Idempotency-Key finds the same question.
 * @param ask.request digest of the Idempotency-Key, or null
 * @throws Refusal for what is not there, not the caller's, or in no state to be asked about
 */
export async function returnSubmission(
  ask: By & Pick<Question, 'question' | 'cell' | 'request'>,
  { submissions }: Parts,
): Promise<{ word: 'questioned' | 'already-questioned'; question: Question }> {
  const { id, who, at, question, cell, request } = ask;
  const { submission, key } = await submissionAndSlot(ask, submissions);
  requireMove({ state: submission.state, move: 'return', slot: key }, who);
  const before = submission.questions.find(
    (asked) => request !== null && asked.request === request && asked.by === who.subject,
  );
  if (before) {
    const same = before.question === question && JSON.stringify(before.cell) === JSON.stringify(cell);
    if (!same) throw new Refusal('idempotency-key-reused');
    const { answered: _answered, ...fact } = before;
    return { word: 'already-questioned', question: fact };
  }
  const number = submission.questions.length + 1;
  const fact: Question = { fact: 'question', number, question, cell, request, by: who.subject, at };
  await appendNumbered(id, fact, submissions);
  return { word: 'questioned', question: fact };
}

/**
 * The reporter answers one open question. The same answer of the same person again finds the first.
 * @throws Refusal `question-not-open` when there is none of that number, or it was answered
 */
export async function answerQuestion(
  ask: By & { to: number; answer: string },
  { submissions }: Parts,
): Promise<{ word: 'answered' | 'already-answered'; answer: Answer }> {
  const { id, who, at, to, answer } = ask;
  const { submission, key } = await submissionAndSlot(ask, submissions);
  const before = submission.questions.find(({ number }) => number === to)?.answered;
  if (before && before.answer === answer && before.by === who.subject) {
    return { word: 'already-answered', answer: before };
  }
  const row = requireMove({ state: submission.state, move: 'answer', slot: key }, who);
  const open = submission.questions.find(({ number, answered }) => number === to && !answered);
  if (!open) throw new Refusal('question-not-open');
  const fact: Answer = { fact: 'answer', number: to, answer, by: who.subject, at, ...behalfIn(row) };
  await appendNumbered(id, fact, submissions);
  return { word: 'answered', answer: fact };
}

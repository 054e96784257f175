import type { MoveName } from './moves.ts';
import { versionOf, withdrawalOf } from './placed.ts';
import type { Slot } from './slot.ts';
import type { Submission } from './submission.ts';

/** One move that happened: who (null: the service), when (ISO 8601, UTC), and why or what. */
export type HistoryEntry = { move: 'open' | MoveName; by: string | null; at: string; why: string | null };

/** Everything that happened to a submission, in the order of time. */
export function historyOf(submission: Submission, slot: Slot | undefined): HistoryEntry[] {
  const { opened } = submission;
  const entries: HistoryEntry[] = [
    { move: 'open', by: opened.by, at: opened.at, why: opened.fileName },
    ...engineEntries(submission),
    ...questionEntries(submission),
    ...submission.attachments.map(
      ({ by, at, dispatch, file }): HistoryEntry => ({
        move: 'attach',
        by,
        at,
        why: [dispatch, file?.name].filter(Boolean).join(' · '),
      }),
    ),
    ...slotEntries(submission.id, slot),
  ];
  // Sorting is stable: what happened in one instant stays in the order in which it must have happened.
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The engine has no clock of its own: its verdict stands at the time of the file that it is about. */
function engineEntries(submission: Submission): HistoryEntry[] {
  const received = 'received' in submission ? submission.received : null;
  const verdict = 'verdict' in submission ? submission.verdict : null;
  if (!received) return [];
  const came: HistoryEntry = { move: 'receive', by: null, at: received.at, why: null };
  if (!verdict) return [came];
  const move = verdict.verdict === 'returned' ? 'reject' : 'pass';
  return [came, { move, by: null, at: received.at, why: verdict.verdict }];
}

function questionEntries({ questions }: Submission): HistoryEntry[] {
  return questions.flatMap(({ by, at, question, answered }): HistoryEntry[] => [
    { move: 'return', by, at, why: question },
    ...(answered
      ? [{ move: 'answer' as const, by: answered.by, at: answered.at, why: answered.answer }]
      : []),
  ]);
}

function slotEntries(id: string, slot: Slot | undefined): HistoryEntry[] {
  const version = versionOf(slot, id);
  const withdrawal = withdrawalOf(slot, id);
  const next = [...(slot?.history ?? []), slot?.standing].find(
    (other) => version && other && other.version === version.version + 1,
  );
  const why = Object.values(version?.explanations ?? {}).join(' · ') || null;
  return [
    ...(version ? [{ move: 'sign' as const, by: version.signedBy, at: version.signedAt, why }] : []),
    ...(withdrawal ? [{ move: 'withdraw' as const, ...withdrawal }] : []),
    ...(next && !withdrawal
      ? [{ move: 'supersede' as const, by: null, at: next.signedAt, why: `version ${next.version}` }]
      : []),
  ];
}

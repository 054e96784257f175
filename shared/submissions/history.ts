import type { MoveName } from './moves.ts';
import { versionOf, withdrawalOf } from './placed.ts';
import type { OnBehalf } from './rights.ts';
import { everyVersion, type Slot } from './slot.ts';
import type { Submission } from './submission.ts';

/**
 * One move that happened: who (null: the service), when (ISO 8601, UTC), why or what, and on behalf of which
 * dissolved unit, when a successor's person made it.
 */
export type HistoryEntry = {
  move: 'open' | MoveName;
  by: string | null;
  at: string;
  why: string | null;
  /** Of a signature: why each warning is right, in the order of the warnings. */
  explanations?: string[];
  onBehalfOf?: OnBehalf;
};

/** Everything that happened to a submission, in the order of time. */
export function historyOf(submission: Submission, slot: Slot | undefined): HistoryEntry[] {
  const { opened } = submission;
  const entries: HistoryEntry[] = [
    {
      move: 'open',
      by: opened.by,
      at: opened.at,
      why: opened.nil?.why ?? opened.fileName,
      ...behalfOf(opened),
    },
    ...(opened.nil ? [] : engineEntries(submission)),
    ...questionEntries(submission),
    ...submission.attachments.map(
      (attached): HistoryEntry => ({
        move: 'attach',
        by: attached.by,
        at: attached.at,
        why: [attached.dispatch, attached.file?.name].filter(Boolean).join(' · '),
        ...behalfOf(attached),
      }),
    ),
    ...slotEntries(submission.id, slot),
  ];
  // Sorting is stable: what happened in one instant stays in the order in which it must have happened.
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function behalfOf({ onBehalfOf }: { onBehalfOf?: OnBehalf | null }): { onBehalfOf?: OnBehalf } {
  return onBehalfOf ? { onBehalfOf } : {};
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
      ? [
          {
            move: 'answer' as const,
            by: answered.by,
            at: answered.at,
            why: answered.answer,
            ...behalfOf(answered),
          },
        ]
      : []),
  ]);
}

function slotEntries(id: string, slot: Slot | undefined): HistoryEntry[] {
  const version = versionOf(slot, id);
  const withdrawal = withdrawalOf(slot, id);
  const next = everyVersion(slot).find((other) => version && other.version === version.version + 1);
  const entries: HistoryEntry[] = [];
  if (version) {
    const explanations = Object.values(version.explanations);
    entries.push({
      move: 'sign',
      by: version.signedBy,
      at: version.signedAt,
      why: version.why,
      ...(explanations.length > 0 && { explanations }),
      ...behalfOf(version),
    });
  }
  if (withdrawal) entries.push({ move: 'withdraw', ...withdrawal });
  else if (next) {
    const why = [`version ${next.version}`, next.why].filter(Boolean).join(': ');
    entries.push({ move: 'supersede', by: null, at: next.signedAt, why });
  }
  return entries;
}

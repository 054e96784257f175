/**
 * A submission's life, as facts that are appended and never changed. Each is written once, on condition
 * that it is absent; the state is derived from them. Signing is not among them: it is one conditional
 * write on the slot, so that two versions can never both stand.
 */
export type Opened = {
  fact: 'opened';
  /** Unit id, as `province:82@2025`. */
  unit: string;
  form: string;
  period: string;
  fileName: string;
  bytes: number;
  /** Lower-case hex, declared at opening and enforced by the store when the file is put. */
  sha256: string;
  contentType: string;
  by: string;
  at: string;
};

export type Received = { fact: 'received'; bytes: number; versionId: string | null; at: string };

export type Verdict = {
  fact: 'verdict';
  verdict: 'passed' | 'passed-with-warnings' | 'returned';
  /** Counts of the report, never capped. */
  counts: { observations: number; errors: number; warnings: number; repairs: number };
  /** The codes of the warnings, each once: what a signature must explain. */
  warnings: string[];
  /** The groups whose pages were written. */
  pages: string[];
  catalog: string;
  engine: string;
};

export type Fact = Opened | Received | Verdict;

type Common = { id: string; opened: Opened };
export type Submission =
  | (Common & { state: 'opened' })
  | (Common & { state: 'received'; received: Received })
  | (Common & { state: 'returned' | 'checked'; received: Received; verdict: Verdict })
  | (Common & { state: 'signed' | 'superseded'; received: Received; verdict: Verdict });

/**
 * The state that facts and slot add up to, or undefined when nothing was opened under the id.
 * @param standing the submissions that stand or stood in the slot: signed means that it stands now
 */
export function submissionOf(
  id: string,
  facts: readonly Fact[],
  standing: { now: string | null; ever: readonly string[] },
): Submission | undefined {
  const opened = facts.find((fact) => fact.fact === 'opened');
  const received = facts.find((fact) => fact.fact === 'received');
  const verdict = facts.find((fact) => fact.fact === 'verdict');
  if (!opened) return undefined;
  if (!received) return { id, opened, state: 'opened' };
  if (!verdict) return { id, opened, received, state: 'received' };
  if (standing.now === id) return { id, opened, received, verdict, state: 'signed' };
  if (standing.ever.includes(id)) return { id, opened, received, verdict, state: 'superseded' };
  return { id, opened, received, verdict, state: verdict.verdict === 'returned' ? 'returned' : 'checked' };
}

/** Ids are opaque: 32 hex digits, and nothing but them stands in keys. */
export const submissionIdPattern = /^[0-9a-f]{32}$/;

import type { OnBehalf } from './rights.ts';

/** A slot: where one unit's report on one form for one period stands. */
export type SlotKey = { unit: string; form: string; period: string };

/** One version that stands or stood: who confirmed what, when, and why its warnings are right. */
export type Standing = {
  version: number;
  submission: string;
  /** Of the file, or of the statement of a nil return. */
  sha256: string;
  receivedAt: string;
  signedAt: string;
  signedBy: string;
  explanations: Record<string, string>;
  /** The groups whose pages the submission has: those of the form as it was when the file was read. */
  pages: string[];
  /** Why it replaces the version before it; null where none stood, and in versions from before it was asked. */
  why: string | null;
  /** A nil return: its unit certified that there is nothing to report. It has no file and no figure. */
  nil: boolean;
  /** The dissolved unit for which a successor's approver signed, and under which decision; null: their own unit. */
  onBehalfOf: OnBehalf | null;
};

/** Who took a submission back, when (ISO 8601, UTC) and why. */
export type Withdrawal = { at: string; by: string; why: string; onBehalfOf?: OnBehalf };
/** A version that no longer stands: replaced by the next one, or withdrawn. */
export type Past = Standing & { withdrawn?: Withdrawal };
/** A later last day for one slot: `until` is a local day, included. */
export type Extension = { until: string; why: string; by: string; at: string };

/**
 * The pointer to the standing version, or null where none stands; every version before it, oldest first;
 * the submissions that were withdrawn before they were ever signed; the extensions granted. Nothing is ever
 * taken out. `revision` counts the changes: each is one write on condition of the one before. Older shapes are
 * read by `stored-slot.ts`.
 */
export type Slot = {
  schema: 'slot/3';
  key: SlotKey;
  revision: number;
  standing: Standing | null;
  history: Past[];
  withdrawnUnsigned: (Withdrawal & { submission: string })[];
  extensions: Extension[];
};

/** How many of each kind of thing one slot or one submission may hold. */
export const mostOfAKind = 100;

/** How many bytes a slot may take: far enough below the 400 KB of an item, in UTF-8. */
const mostBytes = 350_000;

/** Whether a slot is too large to be kept; nothing is ever taken out of one. */
export function isTooLarge(slot: Slot): boolean {
  const { history, withdrawnUnsigned, extensions } = slot;
  const kinds = [history, withdrawnUnsigned, extensions];
  if (kinds.some(({ length }) => length > mostOfAKind)) return true;
  return new TextEncoder().encode(JSON.stringify(slot)).length > mostBytes;
}

/** A slot in which nothing has happened. */
export function emptySlot(key: SlotKey): Slot {
  return {
    schema: 'slot/3',
    key,
    revision: 0,
    standing: null,
    history: [],
    withdrawnUnsigned: [],
    extensions: [],
  };
}

/** The slot's text form, stable in keys and manifests: `province:82@2025/qd766/2026-Q3`. */
export function slotName(key: SlotKey): string {
  return `${key.unit}/${key.form}/${key.period}`;
}

/** The version that stands now; 0 when none does. */
export function standingVersion(slot: Slot | undefined): number {
  return slot?.standing?.version ?? 0;
}

/**
 * The slot after a version was signed on it: the pointer moves, what stood goes into the history. Versions
 * count on after a withdrawal, so that a number never means two things.
 */
export function withSigned(
  key: SlotKey,
  before: Slot | undefined,
  signed: Omit<Standing, 'version'>,
): Slot & { standing: Standing } {
  const slot = before ?? emptySlot(key);
  const last = slot.standing ?? slot.history.at(-1);
  return {
    ...slot,
    revision: slot.revision + 1,
    standing: { version: (last?.version ?? 0) + 1, ...signed },
    history: slot.standing ? [...slot.history, slot.standing] : slot.history,
  };
}

/**
 * The slot after a submission was withdrawn. A withdrawn version leaves nothing standing, not the version
 * before it: that one was replaced because it was wrong (docs/decisions/020-withdrawal.md).
 */
export function withWithdrawn(
  key: SlotKey,
  before: Slot | undefined,
  submission: string,
  withdrawal: Withdrawal,
): Slot {
  const slot = before ?? emptySlot(key);
  const revision = slot.revision + 1;
  if (slot.standing?.submission !== submission) {
    const withdrawnUnsigned = [...slot.withdrawnUnsigned, { submission, ...withdrawal }];
    return { ...slot, revision, withdrawnUnsigned };
  }
  const history = [...slot.history, { ...slot.standing, withdrawn: withdrawal }];
  return { ...slot, revision, standing: null, history };
}

/** The slot after an extension was granted. */
export function withExtension(key: SlotKey, before: Slot | undefined, extension: Extension): Slot {
  const slot = before ?? emptySlot(key);
  return { ...slot, revision: slot.revision + 1, extensions: [...slot.extensions, extension] };
}

/** Every version, oldest first, whether it stands, was replaced or was withdrawn. */
export function everyVersion(slot: Slot | undefined): Past[] {
  if (!slot) return [];
  return slot.standing ? [...slot.history, slot.standing] : slot.history;
}

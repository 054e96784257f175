/** A slot: where one unit's report on one form for one period stands. */
export type SlotKey = { unit: string; form: string; period: string };

/** One version that stands or stood: who confirmed what, when, and why its warnings are right. */
export type Standing = {
  version: number;
  submission: string;
  sha256: string;
  receivedAt: string;
  signedAt: string;
  signedBy: string;
  explanations: Record<string, string>;
  /** The groups whose pages the submission has: those of the form as it was when the file was read. */
  pages: string[];
};

/** The pointer to the standing version, and every version before it, oldest first. Never shortened. */
export type Slot = { schema: 'slot/1'; key: SlotKey; standing: Standing; history: Standing[] };

/** The slot's text form, stable in keys and manifests: `province:82@2025/qd766/2026-Q3`. */
export function slotName(key: SlotKey): string {
  return `${key.unit}/${key.form}/${key.period}`;
}

/** The slot after a version was signed on it: the pointer moves, what stood goes into the history. */
export function withSigned(key: SlotKey, slot: Slot | undefined, signed: Omit<Standing, 'version'>): Slot {
  const version = (slot?.standing.version ?? 0) + 1;
  return {
    schema: 'slot/1',
    key,
    standing: { version, ...signed },
    history: slot ? [...slot.history, slot.standing] : [],
  };
}

/** The version that stood at an instant (ISO 8601, UTC), or undefined when none was signed by then. */
export function standingAt(slot: Slot | undefined, instant: string): Standing | undefined {
  if (!slot) return undefined;
  return [...slot.history, slot.standing].filter((version) => version.signedAt <= instant).at(-1);
}

/** Every submission that stands or stood in the slot. */
export function everStanding(slot: Slot | undefined): { now: string | null; ever: string[] } {
  if (!slot) return { now: null, ever: [] };
  return { now: slot.standing.submission, ever: slot.history.map((version) => version.submission) };
}

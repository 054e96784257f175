import { Refusal, type RefusalCode } from '../refusal.ts';
import { actingFor, type Identity, maySee, type OnBehalf, type Role } from './rights.ts';
import type { SlotKey } from './slot.ts';

/** Every state that facts and slot can add up to (`submissionOf`). */
export const states = [
  'opened',
  'received',
  'returned',
  'checked',
  'questioned',
  'signed',
  'signed-questioned',
  'superseded',
  'withdrawn',
] as const;
export type State = (typeof states)[number];

/** Everything that may happen to a submission once it is opened. */
export const moveNames = [
  'receive',
  'pass',
  'reject',
  'return',
  'answer',
  'attach',
  'sign',
  'withdraw',
  'supersede',
] as const;
export type MoveName = (typeof moveNames)[number];

/**
 * `service`: nobody asks for it, it follows from a file or from another submission's signature · `own`: who acts
 * for the slot's unit, as one of its people or by the right of succession.
 */
export type Mover = 'service' | { roles: readonly Role[]; unit: 'own' | 'any' };

export type Move = {
  from: State;
  move: MoveName;
  /** The state that follows; where there are two, the second stands while questions stay open. */
  to: readonly [State, ...State[]];
  who: Mover;
  /** Asked again: answered as before, and nothing is recorded. */
  repeats?: true;
};

const service = 'service';
const reporter: Mover = { roles: ['reporter'], unit: 'own' };
const approver: Mover = { roles: ['approver'], unit: 'own' };
const ownPeople: Mover = { roles: ['reporter', 'approver'], unit: 'own' };
const analyst: Mover = { roles: ['analyst'], unit: 'any' };

/**
 * Every move that is allowed, and no other. The verbs ask `allowed`, `docs/submission-moves.md` is made from
 * this table, and a test tries every pair of state and move.
 */
export const moves: readonly Move[] = [
  { from: 'opened', move: 'receive', to: ['received'], who: service },
  { from: 'opened', move: 'withdraw', to: ['withdrawn'], who: ownPeople },
  { from: 'received', move: 'pass', to: ['checked'], who: service },
  { from: 'received', move: 'reject', to: ['returned'], who: service },
  { from: 'received', move: 'withdraw', to: ['withdrawn'], who: ownPeople },
  { from: 'returned', move: 'withdraw', to: ['withdrawn'], who: ownPeople },
  { from: 'checked', move: 'return', to: ['questioned'], who: analyst },
  { from: 'checked', move: 'attach', to: ['checked'], who: ownPeople },
  { from: 'checked', move: 'sign', to: ['signed'], who: approver },
  { from: 'checked', move: 'withdraw', to: ['withdrawn'], who: ownPeople },
  { from: 'questioned', move: 'return', to: ['questioned'], who: analyst },
  { from: 'questioned', move: 'answer', to: ['checked', 'questioned'], who: reporter },
  { from: 'questioned', move: 'attach', to: ['questioned'], who: ownPeople },
  { from: 'questioned', move: 'withdraw', to: ['withdrawn'], who: ownPeople },
  { from: 'signed', move: 'return', to: ['signed-questioned'], who: analyst },
  { from: 'signed', move: 'attach', to: ['signed'], who: ownPeople },
  { from: 'signed', move: 'sign', to: ['signed'], who: approver, repeats: true },
  { from: 'signed', move: 'withdraw', to: ['withdrawn'], who: approver },
  { from: 'signed', move: 'supersede', to: ['superseded'], who: service },
  { from: 'signed-questioned', move: 'return', to: ['signed-questioned'], who: analyst },
  { from: 'signed-questioned', move: 'answer', to: ['signed', 'signed-questioned'], who: reporter },
  { from: 'signed-questioned', move: 'attach', to: ['signed-questioned'], who: ownPeople },
  { from: 'signed-questioned', move: 'sign', to: ['signed-questioned'], who: approver, repeats: true },
  { from: 'signed-questioned', move: 'withdraw', to: ['withdrawn'], who: approver },
  { from: 'signed-questioned', move: 'supersede', to: ['superseded'], who: service },
  { from: 'withdrawn', move: 'withdraw', to: ['withdrawn'], who: ownPeople, repeats: true },
];

/** The row of the table for a state and a move; undefined when the move is not allowed there. */
export function allowed(state: State, move: MoveName): Move | undefined {
  return moves.find((row) => row.from === state && row.move === move);
}

/**
 * Holds a person's move against the table: whoever may not see the submission is answered as if there were
 * none, then who may not make the move at all, then what the state does not admit.
 * @param slot the submission's slot
 * @returns the row, and on whose behalf the move is made, if on another's than the person's own unit
 * @throws Refusal `not-found`, `not-allowed`, or the state's own code
 */
export function requireMove(
  ask: { state: State; move: MoveName; slot: SlotKey },
  who: Identity,
): Move & { onBehalfOf: OnBehalf | null } {
  const { state, move, slot } = ask;
  if (!maySee(who, slot)) throw new Refusal('not-found');
  const acting = actingFor(who, slot);
  const may = (row: Move) => isMover(row.who, who, acting !== undefined);
  if (!moves.some((row) => row.move === move && may(row))) throw new Refusal('not-allowed');
  const row = allowed(state, move);
  if (!row) throw new Refusal(refusalOf(state, move));
  if (!may(row)) throw new Refusal('not-allowed');
  return { ...row, onBehalfOf: acting?.onBehalfOf ?? null };
}

function isMover(mover: Mover, who: Identity, actsForSlot: boolean): boolean {
  if (mover === service) return false;
  return mover.roles.some((role) => who.roles.includes(role)) && (mover.unit === 'any' || actsForSlot);
}

/** Why a state does not admit a move, in the words of its refusal. */
function refusalOf(state: State, move: MoveName): RefusalCode {
  if (state === 'withdrawn') return 'was-withdrawn';
  if (move !== 'sign') return 'move-not-allowed';
  if (state === 'returned') return 'was-returned';
  if (state === 'questioned') return 'question-open';
  return state === 'superseded' ? 'somebody-was-first' : 'not-checked-yet';
}

import { forgetEntered } from './entered.ts';
import { keep, readKept } from './kept-session.ts';
import { isLeft, nextState, nobody, personOf, type TabEvent, type TabState } from './tab-state.ts';

const listeners = new Set<() => void>();
const leaveListeners = new Set<() => void>();
let state: TabState = nobody;

/** What this tab knows of who is signed in, as it last looked. */
export function tabState(): TabState {
  return state;
}

/** Does what follows from an event: keeps, forgets, and tells whoever listens. Nothing where nothing changes. */
export function happen(event: TabEvent): void {
  const before = state;
  const hasLeft = isLeft(before, event);
  state = nextState(before, event);
  if (hasLeft || personOf(before) !== personOf(state)) forgetEntered(sessionStorage, personOf(state));
  if (state !== before) keep(state);
  if (hasLeft) tell(leaveListeners);
  if (state !== before) tellChange();
}

/** Takes in what has happened while this tab was not alive, or its timers were not kept. */
export function look(): void {
  happen({ kind: 'looked', kept: readKept(), at: Date.now() });
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Told when the person of this tab signed out or gave way to another: what is held of theirs must be dropped. */
export function onLeave(listener: () => void): () => void {
  leaveListeners.add(listener);
  return () => leaveListeners.delete(listener);
}

export function tellChange(): void {
  tell(listeners);
}

function tell(those: ReadonlySet<() => void>): void {
  for (const listener of those) listener();
}

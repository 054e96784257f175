import { type Kept, type TabState, type Whose, whoseOf } from './tab-state.ts';
import type { Tokens } from './tokens.ts';

/** Where the tokens of this tab lie: they end with the tab. Other tabs are told by a channel, see tabs.ts. */
export const sessionKey = 'diem-cau:session';
/** Whose session ended here by itself: what they entered is theirs alone, also after a reload. */
const whoseKey = 'diem-cau:whose';
/** Set over the journey to the issuer's own sign-out and back, so that the page can say what was done. */
const signedOutKey = 'diem-cau:signed-out';
/**
 * In `localStorage`: a random mark, another one after each signing out. It says nothing of anybody. A tab that was not
 * alive then (gone to another site, in the browser's history, asleep) finds another mark than the one that its tokens
 * came after. A mark and not a time: clocks are put back.
 */
const signOutKey = 'diem-cau:last-sign-out';

/** What lies in the browser now; what cannot be read is nothing. */
export function readKept(): Kept {
  return {
    tokens: parsed<Tokens>(sessionStorage.getItem(sessionKey)),
    whose: parsed<Whose>(sessionStorage.getItem(whoseKey)),
    signOut: lastSignOut(),
  };
}

/** Keeps the tokens, and of a session that ended by itself whose it was. */
export function keep(state: TabState): void {
  put(sessionKey, state.tokens);
  put(whoseKey, state.tokens === null ? whoseOf(state) : null);
}

/** The mark of the last signing out in this browser; null: there was none. */
export function lastSignOut(): string | null {
  return localStorage.getItem(signOutKey);
}

/** Ends, for tabs that are not alive too, whatever came before. */
export function markSignOut(): void {
  localStorage.setItem(signOutKey, crypto.randomUUID());
  sessionStorage.setItem(signedOutKey, 'yes');
}

/** Whether the reader signed out in this tab just now. Told once. */
export function takeSignedOut(): boolean {
  const isOut = sessionStorage.getItem(signedOutKey) !== null;
  if (isOut) sessionStorage.removeItem(signedOutKey);
  return isOut;
}

function put(key: string, what: unknown): void {
  if (what === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(what));
}

function parsed<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

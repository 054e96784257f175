import { type Session, sessionOf, type Tokens } from './tokens.ts';

/** Whose a tab is, by subject, and the signing out in this browser (see kept-session.ts) after which they came. */
export type Whose = { who: string; afterSignOut: string | null };

/**
 * Why this tab has no session any more. What was entered stays on the page unless the reader signed out; a tab never
 * becomes another person's without being asked, since what stands in its forms was written by the first.
 */
export type Ended =
  | { why: 'signed-out' }
  | ({ why: 'expired' } & Whose)
  | ({ why: 'somebody-else'; other: Tokens } & Whose);

/** The issuer was asked in vain so many times in a row, and is not asked by the page before then. */
export type Trouble = { tries: number; nextAt: number };

/** What one tab knows of who is signed in. */
export type TabState = { tokens: Tokens | null; ended: Ended | null; trouble: Trouble | null };

/** What lies in the browser: of this tab, and the last signing out in any. */
export type Kept = { tokens: Tokens | null; whose: Whose | null; signOut: string | null };

/**
 * What happens to it. `looked`: the tab begins, comes back, or is about to ask, and may have been anything but alive
 * meanwhile. `heard` comes from another tab, `signed-out` from either, the others are this tab's own doing
 * (`back-signed-out`: back from the issuer's sign-out); `of` is the ID token that was to be renewed, `at` milliseconds
 * since 1970.
 */
export type TabEvent =
  | { kind: 'looked'; kept: Kept; at: number }
  | { kind: 'signed-in'; tokens: Tokens }
  | { kind: 'renewed'; of: string; tokens: Tokens }
  | { kind: 'not-renewed'; of: string }
  | { kind: 'unreachable'; of: string; at: number }
  | { kind: 'heard'; tokens: Tokens; signOut: string | null }
  | { kind: 'signed-out' }
  | { kind: 'back-signed-out' };

/** A tab that knows nothing yet. */
export const nobody: TabState = { tokens: null, ended: null, trouble: null };

const gone: TabState = { ...nobody, ended: { why: 'signed-out' } };
const longestPauseMs = 5 * 60_000;

/** How long the page leaves the issuer in peace after so many tries in vain: 5, 10, 20 … s, then 5 minutes each time. */
export function pauseAfter(tries: number): number {
  return Math.min(5000 * 2 ** (tries - 1), longestPauseMs);
}

/** How many milliseconds the issuer is still left in peace; a clock that was put back holds nothing up for longer. */
export function pauseLeft({ trouble }: TabState, at: number): number {
  const left = trouble === null ? 0 : trouble.nextAt - at;
  return left > longestPauseMs ? 0 : Math.max(0, left);
}

/** The state after an event; the very same where nothing changes. Pure: what is kept, told and shown follows from it. */
export function nextState(state: TabState, event: TabEvent): TabState {
  switch (event.kind) {
    case 'looked':
      return afterLooking(state, event.kept, event.at);
    case 'signed-in':
      return signedInBy(event.tokens);
    // Whoever signed out, or came, while the issuer was asked has the last word.
    case 'renewed':
      return state.tokens?.idToken === event.of ? signedInBy(event.tokens) : state;
    case 'not-renewed':
      return state.tokens?.idToken === event.of ? expired(state) : state;
    case 'unreachable': {
      if (state.tokens?.idToken !== event.of) return state;
      const tries = (state.trouble?.tries ?? 0) + 1;
      return { ...state, trouble: { tries, nextAt: event.at + pauseAfter(tries) } };
    }
    case 'signed-out':
      return whoseOf(state) === null ? state : gone;
    case 'back-signed-out':
      return gone;
    case 'heard':
      return afterHearing(state, event.tokens, event.signOut);
  }
}

/** Whose page this is: who is signed in, or was when the session ended by itself. */
export function whoseOf({ tokens, ended }: TabState): Whose | null {
  if (tokens !== null) {
    const session = readable(tokens);
    return session && { who: session.subject, afterSignOut: tokens.afterSignOut ?? null };
  }
  if (ended === null || ended.why === 'signed-out') return null;
  return { who: ended.who, afterSignOut: ended.afterSignOut };
}

/** The same, by subject alone. */
export function personOf(state: TabState): string | null {
  return whoseOf(state)?.who ?? null;
}

/**
 * Whether what is held of this tab's person must go: they signed out, or it became another's. A session that ended by
 * itself, and somebody else in another tab, take nothing away.
 */
export function isLeft(before: TabState, event: TabEvent): boolean {
  const after = nextState(before, event);
  if (event.kind === 'signed-out') return true;
  const who = personOf(before);
  if (who !== null) return personOf(after) !== who;
  return after !== before && after.ended?.why === 'signed-out';
}

/** The session of tokens; null when they cannot be read. */
export function readable(tokens: Tokens): Session | null {
  try {
    return sessionOf(tokens);
  } catch {
    return null;
  }
}

function signedInBy(tokens: Tokens): TabState {
  return { ...nobody, tokens };
}

function expired(state: TabState): TabState {
  const whose = whoseOf(state);
  return whose === null ? nobody : { ...nobody, ended: { why: 'expired', ...whose } };
}

/** Whoever was here before somebody signed out in this browser is gone; a time that ran out unseen ran out. */
function afterLooking(state: TabState, kept: Kept, at: number): TabState {
  const found = foundIn(kept, state);
  const whose = whoseOf(found);
  if (whose !== null && whose.afterSignOut !== kept.signOut) return nextState(found, { kind: 'signed-out' });
  const session = found.tokens && readable(found.tokens);
  if (session === null || session.isRenewable || session.expiresAt > at) return found;
  return expired(found);
}

/** What lies in the tab counts: a page out of the browser's history may remember somebody who was here before. */
function foundIn({ tokens, whose }: Kept, state: TabState): TabState {
  if (tokens !== null && readable(tokens) !== null) {
    const { idToken, refreshToken } = state.tokens ?? {};
    return idToken === tokens.idToken && refreshToken === tokens.refreshToken ? state : signedInBy(tokens);
  }
  if (whose !== null) {
    const isKnown = state.tokens === null && personOf(state) === whose.who;
    return isKnown ? state : { ...nobody, ended: { why: 'expired', ...whose } };
  }
  return whoseOf(state) === null && state.tokens === null ? state : nobody;
}

function afterHearing(state: TabState, heard: Tokens, signOut: string | null): TabState {
  const theirs = readable(heard);
  // Told by a tab that has missed the last signing out.
  if (theirs === null || (heard.afterSignOut ?? null) !== signOut) return state;
  const whose = whoseOf(state);
  if (whose === null) return signedInBy(heard);
  if (whose.who !== theirs.subject) {
    return { ...nobody, ended: { why: 'somebody-else', ...whose, other: heard } };
  }
  const ours = state.tokens && readable(state.tokens);
  return ours === null || theirs.expiresAt > ours.expiresAt ? signedInBy(heard) : state;
}

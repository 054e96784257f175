import { type Session, sessionOf, type Tokens } from './tokens.ts';

/**
 * Why this tab has no session any more. What was entered stays on the page unless the reader signed out; a tab never
 * becomes another person's without being asked, since what stands in its forms was written by the first.
 */
export type Ended =
  | { why: 'signed-out' }
  | { why: 'expired'; who: string }
  | { why: 'somebody-else'; who: string; other: Tokens };

/** What one tab knows of who is signed in. */
export type TabState = { tokens: Tokens | null; ended: Ended | null };

/**
 * What happens to it. `heard` comes from another tab, `signed-out` from either, the others are this tab's own doing;
 * `of` is the ID token that was to be renewed.
 */
export type TabEvent =
  | { kind: 'signed-in'; tokens: Tokens }
  | { kind: 'renewed'; of: string; tokens: Tokens }
  | { kind: 'not-renewed'; of: string }
  | { kind: 'heard'; tokens: Tokens }
  | { kind: 'expired' }
  | { kind: 'signed-out' };

/** The state after an event. Pure: what is kept, told and shown follows from it. */
export function nextState(state: TabState, event: TabEvent): TabState {
  switch (event.kind) {
    case 'signed-in':
      return { tokens: event.tokens, ended: null };
    // Whoever signed out, or came, while the issuer was asked has the last word.
    case 'renewed':
      return state.tokens?.idToken === event.of ? { tokens: event.tokens, ended: null } : state;
    case 'not-renewed':
      return state.tokens?.idToken === event.of ? nextState(state, { kind: 'expired' }) : state;
    case 'signed-out':
      return { tokens: null, ended: personOf(state) === null ? state.ended : { why: 'signed-out' } };
    case 'expired': {
      const who = personOf(state);
      return who === null || state.tokens === null ? state : { tokens: null, ended: { why: 'expired', who } };
    }
    case 'heard':
      return afterHearing(state, event.tokens);
  }
}

function afterHearing(state: TabState, heard: Tokens): TabState {
  const theirs = readable(heard);
  if (theirs === null) return state;
  const who = personOf(state);
  if (who === null) return { tokens: heard, ended: null };
  if (who !== theirs.subject) return { tokens: null, ended: { why: 'somebody-else', who, other: heard } };
  const ours = state.tokens && readable(state.tokens);
  const isNewer = ours === null || theirs.expiresAt > ours.expiresAt;
  return isNewer ? { tokens: heard, ended: null } : state;
}

/** Whose page this is: who is signed in, or was when the session ended by itself. */
export function personOf({ tokens, ended }: TabState): string | null {
  if (tokens !== null) return readable(tokens)?.subject ?? null;
  return ended === null || ended.why === 'signed-out' ? null : ended.who;
}

/**
 * Whether what was entered in this tab must go: its person signed out, or it became another's. A session that ended by
 * itself, and somebody else in another tab, take nothing away.
 */
export function isLeft(before: TabState, event: TabEvent): boolean {
  if (event.kind === 'signed-out') return true;
  const who = personOf(before);
  return who !== null && personOf(nextState(before, event)) !== who;
}

/** The session of tokens; null when they cannot be read. */
export function readable(tokens: Tokens): Session | null {
  try {
    return sessionOf(tokens);
  } catch {
    return null;
  }
}

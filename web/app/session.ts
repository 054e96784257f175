import { forgetEntered } from './entered.ts';
import { renew, renewalIn } from './renewal.ts';
import {
  type Ended,
  isLeft,
  nextState,
  personOf,
  readable,
  type TabEvent,
  type TabState,
} from './tab-state.ts';
import { askTabs, hearTabs, tellTabs } from './tabs.ts';
import type { Session, Tokens } from './tokens.ts';

export type { Role, Session } from './tokens.ts';

/** Where the tokens of this tab lie: they end with the tab. Other tabs are told by a channel, see tabs.ts. */
export const sessionKey = 'diem-cau:session';
/** Set over the journey to the issuer's own sign-out and back, so that the page can say what was done. */
const signedOutKey = 'diem-cau:signed-out';
/** What is nearer to its end is no longer sent. */
const tooLateMs = 60_000;

const listeners = new Set<() => void>();
const leaveListeners = new Set<() => void>();
let ended: Ended | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** While the other tabs are asked; requests wait for it, a moment at most. */
let asking: Promise<void> = Promise.resolve();

/** Begins to follow the other tabs, and asks them whether somebody is signed in. Called once, by main.tsx. */
export function followSession(): void {
  hearTabs({
    heard: (tokens) => happen({ kind: 'heard', tokens }),
    signedOut: () => happen({ kind: 'signed-out' }),
    asked: () => (readSession() === null ? null : keptTokens()),
  });
  if (sessionStorage.getItem(signedOutKey) !== null) ended = { why: 'signed-out' };
  sessionStorage.removeItem(signedOutKey);
  if (readSession() === null) asking = askTabs();
  // A machine that slept has missed its timer.
  document.addEventListener('visibilitychange', planRenewal);
  planRenewal();
}

/** The session as it is kept, or null: also when it is over or cannot be read. */
export function readSession(): Session | null {
  const tokens = keptTokens();
  const session = tokens && readable(tokens);
  if (session === null || (!session.isRenewable && session.expiresAt <= Date.now())) return null;
  return session;
}

/** Why there is no session any more; null: there is one, or there never was. */
export function sessionEnded(): Ended | null {
  return ended;
}

/** Whose page this is, by subject: also of a session that ended by itself. */
export function currentPerson(): string | null {
  return personOf({ tokens: keptTokens(), ended });
}

/** What is to be taken back when the reader signs out. */
export function keptForSignOut(): Tokens | null {
  return keptTokens();
}

/** Keeps what the issuer gave; the other tabs get it too. */
export function keepSession(given: Tokens): void {
  const tokens = { ...given, cameAt: Date.now() };
  happen({ kind: 'signed-in', tokens });
  tellTabs({ tokens });
}

/** Forgets the session here and in every other tab. What the issuer knows is ended by sign-out.ts. */
export function forgetSession(): void {
  sessionStorage.setItem(signedOutKey, 'yes');
  happen({ kind: 'signed-out' });
  tellTabs('signed-out');
}

/** The reader takes over the account that signed in in another tab: the page begins anew. */
export function adoptOther(): void {
  if (ended?.why !== 'somebody-else') return;
  happen({ kind: 'signed-in', tokens: ended.other });
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

/** The token for a request, renewed when it is about to end; null when nobody is signed in. */
export async function currentToken(): Promise<string | null> {
  await asking;
  const session = readSession();
  if (session === null) {
    // Also what ended while nobody looked is told as an end.
    if (keptTokens() !== null) happen({ kind: 'expired' });
    return null;
  }
  if (session.expiresAt - Date.now() > tooLateMs) return session.token;
  return session.isRenewable ? renewed(session.token) : session.token;
}

/**
 * The service refused a token. A new one is tried for once (this machine's clock may be wrong); without one the session
 * is over: the page says so and offers to sign in again, and nothing that was entered is lost.
 */
export async function tokenRefused(token: string): Promise<string | null> {
  const session = readSession();
  if (session?.token === token && session.isRenewable) await renewed(token);
  const now = readSession();
  // Whoever came meanwhile keeps their session; nothing of the one before is sent in their name.
  if (now !== null && now.token !== token) return tokenOfSame(token);
  happen({ kind: 'expired' });
  return null;
}

/** The token that is kept, when it is the same person's as that one; null when it is another's, or there is none. */
function tokenOfSame(token: string): string | null {
  const session = readSession();
  const tokens = keptTokens();
  if (session === null || tokens === null) return null;
  // By the issuer's own names, as the session that is kept.
  const whose = readable({ ...tokens, idToken: token })?.subject;
  return session.subject === whose ? session.token : null;
}

/** @returns the token to use now: the old one while the issuer cannot be reached, null when it has said no */
async function renewed(token: string): Promise<string | null> {
  const outcome = await renew(token, keptTokens);
  if (outcome === 'refused') happen({ kind: 'not-renewed', of: token });
  else if (typeof outcome === 'object') keepRenewed(token, outcome);
  return tokenOfSame(token);
}

/** Nothing is kept, nor told to the other tabs, when somebody signed out or came while the issuer was asked. */
function keepRenewed(token: string, given: Tokens): void {
  const tokens = { ...given, cameAt: Date.now() };
  happen({ kind: 'renewed', of: token, tokens });
  if (keptTokens()?.idToken === tokens.idToken) tellTabs({ tokens });
}

function happen(event: TabEvent): void {
  const before: TabState = { tokens: keptTokens(), ended };
  const after = nextState(before, event);
  ended = after.ended;
  if (after.tokens === null) sessionStorage.removeItem(sessionKey);
  else sessionStorage.setItem(sessionKey, JSON.stringify(after.tokens));
  planRenewal();
  if (isLeft(before, event)) {
    forgetEntered(sessionStorage);
    for (const listener of leaveListeners) listener();
  }
  for (const listener of listeners) listener();
}

function planRenewal(): void {
  clearTimeout(timer);
  const session = readSession();
  if (session === null || !session.isRenewable) {
    planEnd(session);
    return;
  }
  const { token } = session;
  timer = setTimeout(() => void renewed(token), renewalIn(session, Date.now(), Math.random()));
}

/** A session that cannot be renewed ends by itself, and the page says so then, not at the next request. */
function planEnd(session: Session | null): void {
  if (session === null) return;
  timer = setTimeout(() => happen({ kind: 'expired' }), Math.max(0, session.expiresAt - Date.now()));
}

function keptTokens(): Tokens | null {
  const kept = sessionStorage.getItem(sessionKey);
  try {
    return kept === null ? null : (JSON.parse(kept) as Tokens);
  } catch {
    return null;
  }
}

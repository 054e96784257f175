import { renew, renewalIn } from './renewal.ts';
import { othersAsked, readSession } from './session.ts';
import { happen, look, tabState } from './tab.ts';
import { pauseLeft, readable } from './tab-state.ts';
import { tellTabs } from './tabs.ts';
import type { Tokens } from './tokens.ts';

/** What is nearer to its end is no longer sent. */
const tooLateMs = 60_000;
/** Browsers take a longer one for none. */
const longestTimerMs = 2 ** 31 - 1;

/** What there is in place of a token that the service refused: another one of the same person's, or none. */
export type Replaced = { token: string } | 'unreachable' | 'none';
type Outcome = 'done' | 'refused' | 'unreachable';

let timer: ReturnType<typeof setTimeout> | undefined;
/** The one renewal that is under way: whoever needs it too waits for it. */
let renewing: { of: string; outcome: Promise<Outcome> } | null = null;

/**
 * The token for a request, renewed when it is about to end; the old one while the issuer cannot be reached, since the
 * service may still take it; null when nobody is signed in.
 */
export async function currentToken(): Promise<string | null> {
  await othersAsked();
  look();
  const session = readSession();
  if (session === null) return null;
  if (session.expiresAt - Date.now() > tooLateMs || !session.isRenewable) return session.token;
  await renewed(session.token);
  return tokenOfSame(session.token);
}

/**
 * The service refused a token. A new one is tried for once (this machine's clock may be wrong); where the issuer says no,
 * or there is nothing to ask it with, the session is over: the page says so and offers to sign in again, and nothing
 * that was entered is lost. An issuer that cannot be reached ends nothing.
 */
export async function tokenRefused(token: string): Promise<Replaced> {
  look();
  if (tabState().tokens?.idToken === token && (await renewed(token)) === 'unreachable') return 'unreachable';
  // Whoever came meanwhile keeps their session; nothing of the one before is sent in their name.
  const now = tokenOfSame(token);
  return now === null || now === token ? 'none' : { token: now };
}

/** Asks the issuer at once, whatever pause is left: the reader wants it, or the network is there again. */
export async function askIssuerAgain(): Promise<void> {
  const { tokens, trouble } = tabState();
  if (trouble !== null && tokens !== null) await renewedNow(tokens.idToken);
}

/** What this tab does next by itself: renews, tries again, or says that a session that cannot be renewed is over. */
export function planNext(): void {
  clearTimeout(timer);
  const state = tabState();
  const session = state.tokens && readable(state.tokens);
  if (session === null) return;
  const now = Date.now();
  const share = Math.random();
  const { token } = session;
  if (!session.isRenewable) after(session.expiresAt - now, wake);
  // Not all at once when the issuer is there again.
  else if (state.trouble !== null) after(pauseLeft(state, now) * (1 + 0.2 * share), () => renewedNow(token));
  else after(renewalIn(session, now, share), () => renewedNow(token));
}

/** Takes in what was missed; a timer that came too early, or was lost in a sleep, is set anew. */
export function wake(): void {
  look();
  planNext();
}

function after(milliseconds: number, what: () => unknown): void {
  timer = setTimeout(what, Math.min(Math.max(0, milliseconds), longestTimerMs));
}

/** The token that is kept, when it is the same person's as that one; null when it is another's, or there is none. */
function tokenOfSame(token: string): string | null {
  const session = readSession();
  const { tokens } = tabState();
  if (session === null || tokens === null) return null;
  // By the issuer's own names, as the session that is kept.
  const whose = readable({ ...tokens, idToken: token })?.subject;
  return session.subject === whose ? session.token : null;
}

/** Within the pause after a try in vain the issuer is not asked, however many parts of the page need a token. */
async function renewed(token: string): Promise<Outcome> {
  return pauseLeft(tabState(), Date.now()) > 0 ? 'unreachable' : renewedNow(token);
}

function renewedNow(token: string): Promise<Outcome> {
  if (renewing?.of === token) return renewing.outcome;
  const begun = { of: token, outcome: renewal(token) };
  renewing = begun;
  const end = () => {
    if (renewing === begun) renewing = null;
  };
  begun.outcome.then(end, end);
  return begun.outcome;
}

async function renewal(token: string): Promise<Outcome> {
  const outcome = await renew(token, () => tabState().tokens);
  if (outcome === 'refused') happen({ kind: 'not-renewed', of: token });
  else if (outcome === 'unreachable') happen({ kind: 'unreachable', of: token, at: Date.now() });
  else if (outcome !== 'done-elsewhere') keepRenewed(token, outcome);
  return outcome === 'refused' || outcome === 'unreachable' ? outcome : 'done';
}

/** Nothing is kept, nor told to the other tabs, when somebody signed out or came while the issuer was asked. */
function keepRenewed(token: string, given: Tokens): void {
  look();
  const afterSignOut = tabState().tokens?.afterSignOut ?? null;
  const tokens = { ...given, cameAt: Date.now(), afterSignOut };
  happen({ kind: 'renewed', of: token, tokens });
  if (tabState().tokens?.idToken === tokens.idToken) tellTabs({ tokens });
}

import { lastSignOut, markSignOut } from './kept-session.ts';
import { happen, look, tabState, tellChange } from './tab.ts';
import { type Ended, personOf, readable } from './tab-state.ts';
import { askTabs, tellTabs } from './tabs.ts';
import type { Session, Tokens } from './tokens.ts';

export { sessionKey } from './kept-session.ts';
export { onLeave, onSession } from './tab.ts';
export type { Role, Session } from './tokens.ts';

/** While the other tabs are asked and nobody is known; requests wait for it, a moment at most. */
let asking: Promise<void> | null = null;

/** The session as it is kept, or null: also when it is over or cannot be read. */
export function readSession(): Session | null {
  const { tokens } = tabState();
  const session = tokens && readable(tokens);
  if (session === null || (!session.isRenewable && session.expiresAt <= Date.now())) return null;
  return session;
}

/** Why there is no session any more; null: there is one, or there never was. */
export function sessionEnded(): Ended | null {
  return tabState().ended;
}

/** Whether the issuer was asked in vain to make the session longer, and could not be reached. */
export function isIssuerAway(): boolean {
  return tabState().trouble !== null;
}

/** Whose page this is, by subject: also of a session that ended by itself. */
export function currentPerson(): string | null {
  return personOf(tabState());
}

/** What is to be taken back when the reader signs out. */
export function keptForSignOut(): Tokens | null {
  return tabState().tokens;
}

/** Asks the other tabs who is signed in: one that was not alive may have missed that somebody else has come. */
export function askOthers(): void {
  const answered = askTabs();
  if (readSession() !== null) return;
  asking = answered.then(() => {
    asking = null;
    tellChange();
  });
}

/** Settles once the other tabs have been asked; null: they are not being asked, and it is known who is signed in. */
export function othersAsked(): Promise<void> | null {
  return asking;
}

/** Keeps what the issuer gave; the other tabs get it too. */
export function keepSession(given: Tokens): void {
  look();
  const tokens = { ...given, cameAt: Date.now(), afterSignOut: lastSignOut() };
  happen({ kind: 'signed-in', tokens });
  tellTabs({ tokens });
}

/** Forgets the session here and in every other tab. What the issuer knows is ended by sign-out.ts. */
export function forgetSession(): void {
  markSignOut();
  happen({ kind: 'signed-out' });
  tellTabs('signed-out');
}

/** The reader takes over the account that signed in in another tab: the page begins anew. */
export function adoptOther(): void {
  look();
  const { ended } = tabState();
  if (ended?.why === 'somebody-else') happen({ kind: 'signed-in', tokens: ended.other });
}

import { lastSignOut, takeSignedOut } from './kept-session.ts';
import { askIssuerAgain, planNext, wake } from './request-token.ts';
import { askOthers, readSession } from './session.ts';
import { happen, look, onSession, tabState } from './tab.ts';
import { hearTabs } from './tabs.ts';

/** Begins to follow who is signed in: this tab's storage, its waking up, and the other tabs. Called once, by main.tsx. */
export function followSession(): void {
  hearTabs({
    heard: (tokens) => happen({ kind: 'heard', tokens, signOut: lastSignOut() }),
    signedOut: () => happen({ kind: 'signed-out' }),
    asked: () => {
      look();
      return readSession() === null ? null : tabState().tokens;
    },
  });
  onSession(planNext);
  if (takeSignedOut()) happen({ kind: 'back-signed-out' });
  wake();
  askOthers();
  // A machine that slept has missed its timer, and a tab that was held whatever the others told.
  document.addEventListener('visibilitychange', wake);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    wake();
    askOthers();
  });
  addEventListener('online', () => void askIssuerAgain());
}

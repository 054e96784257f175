import { useEffect, useRef, useState } from 'preact/hooks';
import {
  currentPerson,
  isIssuerAway,
  onSession,
  othersAsked,
  readSession,
  type Session,
  sessionEnded,
} from './session.ts';
import type { Ended } from './tab-state.ts';
import { forgetAnswers } from './use-answer.ts';

/** Who is signed in; follows signing in, out and the end of the token's time. */
export function useSession(): Session | null {
  const [session, setSession] = useState(readSession);
  useEffect(
    () =>
      followed(() => {
        const now = readSession();
        setSession((before) => (before?.token === now?.token ? before : now));
      }),
    [],
  );
  return session;
}

/** Why there is no session any more; null while there is one, or never was. */
export function useSessionEnded(): Ended | null {
  const [ended, setEnded] = useState(sessionEnded);
  useEffect(() => followed(() => setEnded(sessionEnded())), []);
  return ended;
}

/**
 * Whose page this is: who is signed in, or was when the session ended by itself. Signing out, here or in another tab, and
 * taking over another account leave nobody.
 */
export function useHeldSession(): Session | null {
  const session = useSession();
  const ended = useSessionEnded();
  const held = useRef<Session | null>(null);
  if (session !== null) held.current = session;
  else if (ended === null || ended.why === 'signed-out') held.current = null;
  return held.current;
}

/**
 * Another number whenever the person of this tab goes or another one comes: what was read for one is not shown to the
 * next. Who signs in where nobody was loses nothing, and neither does who signs in again.
 */
export function usePersonEpoch(): number {
  const [epoch, setEpoch] = useState(0);
  const person = useRef(currentPerson());
  useEffect(
    () =>
      followed(() => {
        const now = currentPerson();
        if (now === person.current) return;
        forgetAnswers();
        if (person.current !== null) setEpoch((before) => before + 1);
        person.current = now;
      }),
    [],
  );
  return epoch;
}

/** Whether the issuer cannot be reached to make the session longer. */
export function useIssuerAway(): boolean {
  return useFollowed(isIssuerAway);
}

/** Whether it is not known yet who is signed in: the other tabs are being asked, for a moment. */
export function useBeingAsked(): boolean {
  return useFollowed(() => othersAsked() !== null);
}

function useFollowed(read: () => boolean): boolean {
  const [now, setNow] = useState(read);
  useEffect(() => followed(() => setNow(read())), []);
  return now;
}

/** Looks at once, too: another tab's answer may have come between the first render and its effects. */
function followed(look: () => void): () => void {
  look();
  return onSession(look);
}

import { useCallback, useState } from 'preact/hooks';
import { draftPlace } from './entered.ts';
import { currentPerson } from './session.ts';

/** Each person's own: who signs in after somebody else in the same tab finds nothing of theirs. */
const place = (name: string) => draftPlace(currentPerson(), name);

/**
 * What somebody is writing, kept in this tab until it is sent or they sign out: signing in again, or a reload, loses nothing.
 * @param name of this text and what it is about: `sign:<submission>`
 * @param empty the same object at every call: what stands where nothing is kept
 * @returns the draft, what writes it, and what forgets it once it is sent
 */
export function useDraft<T>(
  name: string,
  empty: T,
): [draft: T, write: (next: T) => void, forget: () => void] {
  const [held, setHeld] = useState(() => ({ name, draft: draftIn<T>(name) ?? empty }));
  const write = useCallback(
    (next: T) => {
      sessionStorage.setItem(place(name), JSON.stringify(next));
      setHeld({ name, draft: next });
    },
    [name],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(place(name));
    setHeld({ name, draft: empty });
  }, [name, empty]);
  return [held.name === name ? held.draft : (draftIn<T>(name) ?? empty), write, forget];
}

/** Whether something is kept under a name: a folded form with a draft in it opens. */
export function hasDraft(name: string): boolean {
  return draftIn(name) !== null;
}

function draftIn<T>(name: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(name)) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

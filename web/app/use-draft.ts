import { useCallback, useState } from 'preact/hooks';

const place = (name: string) => `diem-cau:draft:${name}`;

/**
 * What somebody is writing, kept in this tab until it is sent: signing in again, or a reload, loses nothing.
 * @param name of this text and what it is about: `sign:<submission>`
 * @returns the draft, a change of it, and what forgets it once it is sent
 */
export function useDraft<T>(
  name: string,
  empty: T,
): [draft: T, change: (next: T) => void, forget: () => void] {
  const [draft, setDraft] = useState<T>(() => draftIn(name) ?? empty);
  const change = useCallback(
    (next: T) => {
      sessionStorage.setItem(place(name), JSON.stringify(next));
      setDraft(next);
    },
    [name],
  );
  const forget = useCallback(() => sessionStorage.removeItem(place(name)), [name]);
  return [draft, change, forget];
}

function draftIn<T>(name: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(name)) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

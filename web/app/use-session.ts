import { useEffect, useState } from 'preact/hooks';
import { onSession, readSession, type Session } from './session.ts';

/** Who is signed in; follows signing in, out and the end of the token's time. */
export function useSession(): Session | null {
  const [session, setSession] = useState(readSession);
  useEffect(() => onSession(() => setSession(readSession())), []);
  return session;
}

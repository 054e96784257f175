import { hasRights } from './tokens.ts';
import { useSession } from './use-session.ts';

/** Whether the reader is signed in with a role, and so may read more than what is public. */
export function useHasRights(): boolean {
  return hasRights(useSession());
}

/**
 * Below which address figures are read: with a token all that its roles may see, without one what is public. Both answer
 * the same paths.
 */
export function useFiguresBase(): '/v1' | '/v1/public' {
  return useHasRights() ? '/v1' : '/v1/public';
}

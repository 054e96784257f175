import { useSession } from './use-session.ts';

/**
 * Below which address figures are read: with a token all that its roles may see, without one what is public. Both answer
 * the same paths.
 */
export function useFiguresBase(): '/v1' | '/v1/public' {
  const session = useSession();
  return session !== null && session.roles.length > 0 ? '/v1' : '/v1/public';
}

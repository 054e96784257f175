import type { SignInTrouble } from '../../app/oidc.ts';

/** The word for what went wrong; what has none (the script could not be loaded) is a network that is away. */
export function troubleOf(fault: unknown): SignInTrouble {
  return (fault as { trouble?: SignInTrouble }).trouble ?? 'unreachable';
}

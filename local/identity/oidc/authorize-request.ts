import type { PortalClient } from './portal-client.ts';

/** A request to sign in that may go on to the page. */
export type AuthorizeRequest = {
  redirectUri: string;
  scope: string;
  state: string | undefined;
  nonce: string | undefined;
  challenge: string;
};
export type CheckedRequest =
  | { outcome: 'asked'; request: AuthorizeRequest }
  /** Told to whoever stands before the page: an address that is not the client's gets nothing, no error either. */
  | { outcome: 'refused'; why: string }
  /** Told to the client, at its own address (RFC 6749, 4.1.2.1). */
  | { outcome: 'returned'; to: string };

/**
 * Checks a request to sign in against the user pool's client in the template: its id, its callback URL to the letter, its
 * scopes, and a challenge by S256, since a page in a browser keeps no secret (RFC 9700, 2.1.1).
 */
export function checkAuthorize(asked: URLSearchParams, client: PortalClient): CheckedRequest {
  const [twice] = [...asked.keys()].filter((name) => asked.getAll(name).length > 1);
  if (twice !== undefined) return { outcome: 'refused', why: `${twice} is given more than once` };
  if (asked.get('client_id') !== client.id) return { outcome: 'refused', why: 'client_id is no client here' };
  const redirectUri = asked.get('redirect_uri') ?? '';
  if (!client.callbackUrls.includes(redirectUri)) {
    const known = client.callbackUrls.join(', ');
    return { outcome: 'refused', why: `redirect_uri is not the client's, which is ${known}` };
  }
  const state = asked.get('state') ?? undefined;
  const fault = faultIn(asked, client);
  if (fault !== undefined) return { outcome: 'returned', to: returnTo(redirectUri, { ...fault, state }) };
  return {
    outcome: 'asked',
    request: {
      redirectUri,
      state,
      scope: asked.get('scope') ?? client.scopes.join(' '),
      nonce: asked.get('nonce') ?? undefined,
      challenge: asked.get('code_challenge') ?? '',
    },
  };
}

function faultIn(asked: URLSearchParams, client: PortalClient): Record<string, string> | undefined {
  if (asked.get('response_type') !== 'code') return { error: 'unsupported_response_type' };
  const scopes = (asked.get('scope') ?? 'openid').split(' ');
  if (!scopes.includes('openid') || scopes.some((scope) => !client.scopes.includes(scope))) {
    return { error: 'invalid_scope' };
  }
  const hasChallenge = /^[A-Za-z0-9_-]{43}$/.test(asked.get('code_challenge') ?? '');
  if (asked.get('code_challenge_method') !== 'S256' || !hasChallenge) {
    return { error: 'invalid_request', error_description: 'code_challenge by S256 is required' };
  }
  // Nobody is remembered here, so nobody can be signed in without being asked (OpenID Connect Core, 3.1.2.6).
  if (asked.get('prompt') === 'none') return { error: 'login_required' };
  return undefined;
}

/** A callback URL with what the client is told. */
export function returnTo(redirectUri: string, told: Record<string, string | undefined>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(told))
    if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

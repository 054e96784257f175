import type { Chosen, Grants, RefreshGrant } from './grants.ts';
import type { PortalClient } from './portal-client.ts';

/** The errors of RFC 6749, 5.2, of those that can happen here. */
type TokenError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_scope';
export type TokenAnswer = { status: number; body: Record<string, string | number> };

/** What the token endpoint works with. */
export type TokenPlace = {
  client: PortalClient;
  grants: Grants;
  /** The ID token of who was chosen. @throws Error when they may not sign in (any more) */
  idTokenOf: (chosen: Chosen, how: { nonce: string | undefined; isRefresh: boolean }) => Promise<string>;
  accessToken: (grant: RefreshGrant) => string;
  /** When the ID token ends, seconds. */
  expiresIn: number;
};

/**
 * Answers `POST /oauth2/token`: a code with its verifier, or a refresh token, for tokens.
 * @param at milliseconds of real time
 */
export async function answerToken(
  asked: URLSearchParams,
  place: TokenPlace,
  at: number,
): Promise<TokenAnswer> {
  const [twice] = [...asked.keys()].filter((name) => asked.getAll(name).length > 1);
  if (twice !== undefined) return refused('invalid_request', `${twice} is given more than once`);
  const { client_id, grant_type } = Object.fromEntries(asked);
  if (client_id === undefined) return refused('invalid_request', 'client_id is missing');
  if (client_id !== place.client.id) return refused('invalid_client');
  if (grant_type === 'authorization_code') return byCode(asked, place, at);
  if (grant_type === 'refresh_token') return byRefresh(asked, place, at);
  if (grant_type === undefined) return refused('invalid_request', 'grant_type is missing');
  return refused('unsupported_grant_type');
}

async function byCode(asked: URLSearchParams, place: TokenPlace, at: number): Promise<TokenAnswer> {
  const { code, redirect_uri: redirectUri, code_verifier: verifier } = Object.fromEntries(asked);
  if (code === undefined || redirectUri === undefined || verifier === undefined) {
    return refused('invalid_request', 'code, redirect_uri and code_verifier are required');
  }
  const grant = place.grants.useCode(code, { redirectUri, verifier }, at);
  if (grant === undefined) return refused('invalid_grant');
  const refreshToken = place.grants.giveRefresh(code, place.client.refreshSeconds, at);
  return tokens(place, grant, { nonce: grant.nonce, isRefresh: false }, refreshToken);
}

/** Without a new refresh token, as Cognito answers unless rotation is turned on. */
async function byRefresh(asked: URLSearchParams, place: TokenPlace, at: number): Promise<TokenAnswer> {
  const token = asked.get('refresh_token');
  if (token === null) return refused('invalid_request', 'refresh_token is missing');
  const grant = place.grants.refresh(token, at);
  if (grant === undefined) return refused('invalid_grant');
  const wanted = asked.get('scope')?.split(' ') ?? [];
  if (wanted.some((scope) => !grant.scope.split(' ').includes(scope))) return refused('invalid_scope');
  return tokens(place, grant, { nonce: undefined, isRefresh: true });
}

async function tokens(
  place: TokenPlace,
  { chosen, scope }: { chosen: Chosen; scope: string },
  how: { nonce: string | undefined; isRefresh: boolean },
  refreshToken?: string,
): Promise<TokenAnswer> {
  let idToken: string;
  try {
    idToken = await place.idTokenOf(chosen, how);
  } catch (error) {
    return refused('invalid_grant', error instanceof Error ? error.message : undefined);
  }
  const body = {
    token_type: 'Bearer',
    id_token: idToken,
    access_token: place.accessToken({ chosen, scope }),
    expires_in: place.expiresIn,
    scope,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  };
  return { status: 200, body };
}

function refused(error: TokenError, description?: string): TokenAnswer {
  return {
    status: 400,
    body: { error, ...(description === undefined ? {} : { error_description: description }) },
  };
}

/** What the issuer gave, as a tab keeps it. Never in an address, a log or `localStorage`. */
export type Tokens = {
  idToken: string;
  refreshToken?: string;
  /** When they came, in milliseconds since 1970 by this machine's clock; the tabs of a machine have the same. */
  cameAt?: number;
};

export type Role = 'reporter' | 'approver' | 'member' | 'analyst' | 'secretariat';
const knownRoles: readonly Role[] = ['reporter', 'approver', 'member', 'analyst', 'secretariat'];

/**
 * Who is signed in, as far as this page may say: the claims decide what is shown, never what is allowed. Their names are
 * those that the service reads of its own pool's tokens (shared/accounts/claims.ts); another issuer must give the same.
 */
export type Session = {
  token: string;
  /** Milliseconds since 1970 by this machine's clock, which may be wrong. */
  expiresAt: number;
  /** By the same clock; null where that is not known. */
  cameAt: number | null;
  /** Whether it can be made longer without asking for the password again. */
  isRenewable: boolean;
  /** The token's subject; the others only where the issuer tells them. */
  subject: string;
  userName: string | null;
  name: string | null;
  /** A unit's identity through time, `province:82@2025`; null: of no unit. */
  unit: string | null;
  roles: readonly Role[];
  /** Roles that are withheld until a second factor is set up. */
  withheld: readonly Role[];
};

/** @throws SyntaxError, TypeError, DOMException when it is no token */
export function sessionOf(tokens: Tokens): Session {
  const claims = claimsIn(tokens.idToken);
  return {
    token: tokens.idToken,
    expiresAt: endOf(claims, tokens.cameAt),
    cameAt: tokens.cameAt ?? null,
    isRenewable: tokens.refreshToken !== undefined,
    subject: String(claims.sub ?? ''),
    userName: text(claims['cognito:username']) ?? text(claims.preferred_username),
    name: text(claims.name) ?? text(claims.email),
    unit: text(claims['custom:unit']),
    // Not `cognito:groups`: those are what somebody may become, and the service gives no right for them.
    roles: rolesIn(claims['diem-cau:roles']),
    withheld: rolesIn(claims['diem-cau:mfa-required']),
  };
}

/**
 * Whether the service gives a session more than the public reads. Without a role that counts (an approver's before the
 * second factor) it refuses everything but what is public.
 */
export function hasRights(session: Pick<Session, 'roles'> | null): boolean {
  return session !== null && session.roles.length > 0;
}

/** A list, or words with spaces or commas. */
function rolesIn(claim: unknown): Role[] {
  const listed = Array.isArray(claim) ? claim : String(claim ?? '').split(/[\s,]+/);
  return knownRoles.filter((role) => listed.includes(role));
}

/** A token is good for as long as its issuer says, from when it came: so it is also where the clock is an hour wrong. */
function endOf({ iat, exp }: Record<string, unknown>, cameAt: number | undefined): number {
  const end = secondsIn(exp) * 1000;
  return cameAt === undefined || secondsIn(iat) === 0 ? end : cameAt + end - secondsIn(iat) * 1000;
}

/** Without an end that can be read, a token is over. */
function secondsIn(claim: unknown): number {
  return typeof claim === 'number' && Number.isFinite(claim) ? claim : 0;
}

function claimsIn(token: string): Record<string, unknown> {
  const middle = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(middle.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}

function text(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}

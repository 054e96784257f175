import type { ClaimNames } from '../../shared/accounts/claim-names.ts';
import { cognitoClaims, namedIn } from '../../shared/accounts/claims.ts';
import type { Role } from '../../shared/submissions/rights.ts';

export type { Role };

/** The roles of the centre: they see every unit's reports. */
export const ofCentre: readonly Role[] = ['member', 'analyst', 'secretariat'];

/** What the issuer gave, as a tab keeps it. Never in an address, a log or `localStorage`. */
export type Tokens = {
  idToken: string;
  refreshToken?: string;
  /** What the issuer calls its claims, from `/config.json`; absent: as the user pool does. */
  claims?: ClaimNames;
  /** When they came, in milliseconds since 1970 by this machine's clock; the tabs of a machine have the same. */
  cameAt?: number;
  /** The signing out in this browser after which somebody signed in; see kept-session.ts. Absent, null: there was none. */
  afterSignOut?: string | null;
};

/**
 * Who is signed in, as far as this page may say: the claims decide what is shown, never what is allowed. They are read as
 * the service reads them, by the issuer's names for them.
 */
export type Session = {
  token: string;
  /** Milliseconds since 1970 by this machine's clock, which may be wrong. */
  expiresAt: number;
  /** By the same clock; null where that is not known. */
  cameAt: number | null;
  /** Whether it can be made longer without asking for the password again. */
  isRenewable: boolean;
  /** Whom the service calls them by; the others only where the issuer tells them. */
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
    // Not `cognito:groups`: those are what somebody may become, and the service gives no right for them.
    ...namedIn(claims, tokens.claims ?? cognitoClaims),
    userName: text(claims['cognito:username']) ?? text(claims.preferred_username),
    name: text(claims.name) ?? text(claims.email),
  };
}

/**
 * Whether the service gives a session more than the public reads. Without a role that counts (an approver's before the
 * second factor) it refuses everything but what is public.
 */
export function hasRights(session: Pick<Session, 'roles'> | null): boolean {
  return session !== null && session.roles.length > 0;
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

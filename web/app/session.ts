/**
 * Who is signed in, as far as this page may say: the claims of the ID token decide what is shown, never what is
 * allowed; that the service decides from the verified token.
 */
export type Role = 'reporter' | 'approver' | 'member' | 'analyst' | 'secretariat';
export type Session = {
  token: string;
  /** Milliseconds since 1970 on real time. */
  expiresAt: number;
  /** The token's subject; `name` and `email` only where the issuer tells them. */
  subject: string;
  name: string | null;
  /** A unit's identity through time, `province:82@2025`; null: of no unit. */
  unit: string | null;
  roles: readonly Role[];
};

/** Where the tokens of this tab lie. Tabs tell each other of a new session; see sign-in. */
export const sessionKey = 'diem-cau:session';
const knownRoles: readonly Role[] = ['reporter', 'approver', 'member', 'analyst', 'secretariat'];
const listeners = new Set<() => void>();

/** The session as it is kept, or null: also when it is over or cannot be read. */
export function readSession(): Session | null {
  const kept = sessionStorage.getItem(sessionKey);
  if (kept === null) return null;
  try {
    return sessionOf((JSON.parse(kept) as { idToken: string }).idToken);
  } catch {
    return null;
  }
}

/** @throws SyntaxError, TypeError when it is no token */
export function sessionOf(token: string): Session {
  const claims = claimsIn(token);
  const roles = claims['diem-cau:roles'] ?? claims['cognito:groups'] ?? [];
  const listed = Array.isArray(roles) ? roles : String(roles).split(/[\s,]+/);
  return {
    token,
    expiresAt: Number(claims.exp) * 1000,
    subject: String(claims.sub ?? ''),
    name: text(claims.name) ?? text(claims.email),
    unit: text(claims['custom:unit']),
    roles: knownRoles.filter((role) => listed.includes(role)),
  };
}

/** Keeps the token of a session, or forgets it; whoever listens is told. */
export function keepSession(idToken: string | null): void {
  if (idToken === null) sessionStorage.removeItem(sessionKey);
  else sessionStorage.setItem(sessionKey, JSON.stringify({ idToken }));
  tellAll();
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The token for a request, or null when nobody is signed in. */
export async function currentToken(): Promise<string | null> {
  return readSession()?.token ?? null;
}

/** The service refused the token: the page says so and offers to sign in again; nothing that was entered is lost. */
export function tokenRefused(): void {
  tellAll();
}

function tellAll(): void {
  for (const listener of listeners) listener();
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

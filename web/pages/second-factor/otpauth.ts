/** Who gives the one-time passwords, as an authenticator app lists them. */
const issuer = 'Điểm Cầu';

/**
 * What the QR code says to an authenticator app ("Key Uri Format"); algorithm, digits and time step are those that every
 * app takes for granted, and Cognito's.
 * @param secret in base 32
 */
export function otpauthUri(userName: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(userName)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** A secret as it is typed off: in groups of four. */
export function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}

/** The six digits of a code however they were typed; null: they are not six. */
export function sixDigits(typed: string): string | null {
  const digits = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/**
 * What goes with every file of the portal, wherever it is served: only its own scripts, styles, fonts and data; nothing
 * inline; never in a frame. Addresses are not told to others, since they say what somebody is looking at.
 * @param elsewhere the other origins that it may ask: where files are put and fetched, where tokens are given
 */
export function pageHeaders(elsewhere: readonly string[]): Record<string, string> {
  return { 'content-security-policy': contentPolicy(elsewhere), ...plainHeaders };
}

/** The Content-Security-Policy of the portal; no `unsafe-…` may ever stand in it. */
export function contentPolicy(elsewhere: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...elsewhere].join(' ')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The rest of what goes with every file; no other site's window may hold one of the portal's. */
export const plainHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Assets are named by the hash of their content and kept for ever; whatever else is asked for anew each time. */
export function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

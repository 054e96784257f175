/**
 * What two writings of one Vietnamese name have in common: no case, no marks (so that NFC, NFD, half-composed
 * text and both tone placements meet), i for y, single spaces for dashes and punctuation.
 * Letters that were lost (`?`, U+FFFD) and look-alikes (Ð, U+00D0) stay, so that a damaged name meets none.
 * Folded texts are compared whole: never by distance.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|[\u200B-\u200F\u2060\uFEFF]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('y', 'i')
    .replace(/[[\p{Z}\p{P}\p{S}\s]--[\uFFFD?]]+/gv, ' ')
    .trim();
}

/** A text as it is shown: composed (NFC), without the spaces around it, those inside made single. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

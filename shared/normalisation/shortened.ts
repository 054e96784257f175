import { limits } from './limits.ts';

/** A field may hold a megabyte; a report quotes its beginning, never half a letter. */
export function shortened(text: string): string {
  if (text.length <= limits.quoted) return text.toWellFormed();
  return `${text.slice(0, limits.quoted).toWellFormed().replace(/�$/, '')}…`;
}

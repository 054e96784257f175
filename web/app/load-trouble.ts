/** Why code did not come: the server cannot be reached, or it answers and the code is there no more. */
export type LoadTrouble = 'offline' | 'gone';

/** What browsers call it, who give it no code of its own: Chromium, Firefox, and two of Safari's. */
const notCome =
  /^(Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed|'[^']*' is not a valid JavaScript MIME type)/;

/** Whether code did not come; anything else is a fault of code that did. */
export function isNotCome(fault: unknown): boolean {
  return fault instanceof TypeError && notCome.test(fault.message);
}

/** Asks whether the server answers at all: the browser does not say why code did not come. */
export async function loadTroubleNow(): Promise<LoadTrouble> {
  try {
    const { ok } = await fetch('/', { cache: 'no-store' });
    return ok ? 'gone' : 'offline';
  } catch {
    return 'offline';
  }
}

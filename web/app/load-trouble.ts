/** Why code did not come: the server cannot be reached, or it answers and the code is there no more. */
export type LoadTrouble = 'offline' | 'gone';

/** Asks whether the server answers at all: the browser does not say why code did not come. */
export async function loadTroubleNow(): Promise<LoadTrouble> {
  try {
    const { ok } = await fetch('/', { cache: 'no-store' });
    return ok ? 'gone' : 'offline';
  } catch {
    return 'offline';
  }
}

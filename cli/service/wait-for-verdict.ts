import { ApiError } from '../../local/job/api-client.ts';

export type Waiting = { state: string; receivedAt: string | null };

/** From one question to the next: soon at first, then patiently, in milliseconds. */
const firstPauseMs = 250;
const longestPauseMs = 5_000;

/**
 * Asks until the service has judged, for so long at most. A service that is away for a moment is asked again.
 * @param onWait is told the state each time that it is too early
 * @returns undefined when the time is over
 * @throws ApiError when the service refuses to say
 */
export async function waitForVerdict<T extends Waiting>(
  ask: () => Promise<T>,
  longestSeconds: number,
  onWait: (state: string, seconds: number) => void = () => {},
): Promise<T | undefined> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 1.5, longestPauseMs)) {
    const found = await unlessAway(ask);
    if (found && found.state !== 'opened' && found.state !== 'received') return found;
    if (seconds() + pause / 1000 > longestSeconds) return undefined;
    onWait(found?.state ?? '?', seconds());
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function unlessAway<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const isAway =
      error instanceof ApiError
        ? error.status >= 500 || error.status === 429
        : (error as Partial<Error>)?.message === 'fetch failed';
    if (isAway) return undefined;
    throw error;
  }
}

const longestMs = 60_000;

/**
 * Asks until there is an answer, for a minute of real time at most.
 * @param ask answers undefined as long as it is too early
 * @throws Error that names what did not come
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + longestMs;
  for (let wait = 50; performance.now() < end; wait = Math.min(wait * 1.5, 1000)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new Error(`${what} did not come within a minute`);
}

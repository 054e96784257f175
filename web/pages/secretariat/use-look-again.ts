import { useEffect } from 'preact/hooks';

const lookAgainMilliseconds = 15_000;

/** Asks again by itself while something is about to happen: somebody waits before the page. */
export function useLookAgain(isNear: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isNear) return;
    const timer = setInterval(reload, lookAgainMilliseconds);
    return () => clearInterval(timer);
  }, [isNear, reload]);
}

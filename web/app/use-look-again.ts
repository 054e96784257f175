import { useEffect } from 'preact/hooks';

/** How often is asked again where somebody waits before the page. */
const waitingSeconds = 15;

/**
 * Asks again by itself while something is about to happen.
 * @param everySeconds longer where everybody's pages ask
 */
export function useLookAgain(isNear: boolean, reload: () => void, everySeconds = waitingSeconds): void {
  useEffect(() => {
    if (!isNear) return;
    const timer = setInterval(reload, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [isNear, reload, everySeconds]);
}

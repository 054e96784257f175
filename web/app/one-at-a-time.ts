/**
 * Lets something be done that may not be begun again while it is being done: a double click comes before the page has
 * drawn that it is busy.
 * @returns does it, unless it is being done
 */
export function oneAtATime(): (what: () => Promise<void>) => Promise<void> {
  let isBusy = false;
  return async (what) => {
    if (isBusy) return;
    isBusy = true;
    try {
      await what();
    } finally {
      isBusy = false;
    }
  };
}

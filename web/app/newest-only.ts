/**
 * Keeps questions in order whose answers may overtake each other: an older answer must not replace a newer one.
 * @returns begins a question, and gives what tells, once its answer is there, whether none was begun since
 */
export function newestOnly(): () => () => boolean {
  let newest = 0;
  return () => {
    newest += 1;
    const own = newest;
    return () => own === newest;
  };
}
